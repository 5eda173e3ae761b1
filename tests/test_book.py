"""Every block of code of the book runs, page by page, and prints what the page says: `tox -e book`, on each backend."""

from pathlib import Path

import keras
import matplotlib.pyplot as plt
import pytest

pytest_examples = pytest.importorskip(
    "pytest_examples", reason="pytest-examples is missing: pip install pytest-examples"
)
pytestmark = pytest.mark.filterwarnings("ignore")  # those of libraries: a page says what its reader sees
PAGES = sorted((Path(__file__).parent.parent / "docs" / "book").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_its_blocks_run_in_their_order(
    page: Path, eval_example: "pytest_examples.EvalExample", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keras.utils.clear_session()  # as in a process of its own: no names that are taken, no open figures
    plt.close("all")
    blocks = [block for block in pytest_examples.find_examples(page) if block.prefix.split()[:1] == ["python"]]
    monkeypatch.chdir(tmp_path)
    eval_example.set_config(line_length=88)
    run = eval_example.run_print_update if eval_example.update_examples else eval_example.run_print_check
    names: dict[str, object] = {}
    for block in blocks:
        names |= run(block, module_globals=names)


def test_its_pictures_are_small_and_have_their_scripts() -> None:
    pictures = PAGES[0].parent / "pictures"
    for picture in pictures.glob("*.svg"):
        assert picture.stat().st_size < 100_000 and picture.with_suffix(".py").is_file(), picture
