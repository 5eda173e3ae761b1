"""The contributor's door: what runs elsewhere is what runs here."""

import re
from pathlib import Path

import quick

ROOT = Path(__file__).parent.parent


def test_a_commit_is_checked_by_the_ruff_of_the_gate() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    [before_a_commit] = re.findall(r"ruff-pre-commit\n\s+rev: v(\S+)", hooks)
    [in_the_gate] = re.findall(r"^ruff==(\S+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert before_a_commit == in_the_gate


def test_workflows_only_call_tox() -> None:
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    steps = [step for path in workflows for step in re.findall(r"- run: (.*)", path.read_text(encoding="utf-8"))]
    assert steps and all(step == "pip install tox" or step.startswith("tox -e ") for step in steps)
    assert not [path for path in workflows if re.search(r"^\s+run:", path.read_text(encoding="utf-8"), re.MULTILINE)]


def test_every_file_that_the_door_names_is_there() -> None:
    names = ("CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md", "docs/security.md", "docs/hostile-bank.md")
    pages = [ROOT / name for name in names]
    pages += sorted((ROOT / "docs" / "decisions").glob("*.md"))
    engine = [f"/{path.relative_to(ROOT)}" for path in (ROOT / "keraskata").rglob("*.py")]
    trees = {path.name for path in ROOT.iterdir() if path.is_dir()}
    for page in pages:
        for name in re.findall(r"\w[\w./-]*", page.read_text(encoding="utf-8")):
            top, *rest = name.rstrip(".").split("/")
            if top == "tmp" or re.search("SECTION|EXERCISE|LANGUAGE", name):  # a reader makes it; it stands for any
                continue
            if rest and top in trees and not (page.parent / name).exists():
                assert (ROOT / name.rstrip(".")).exists(), f"{page}: {name}"
            elif name.endswith(".py") and top not in trees:  # its folder was named before
                assert any(path.endswith(f"/{name}") for path in engine), f"{page}: {name}"


def test_the_inner_loop_knows_every_room_and_names_tests_that_are_there() -> None:
    assert set(quick.ROOMS) == {path.parent.name for path in (ROOT / "keraskata").glob("*/__init__.py")}
    named = {name for names in quick.ROOMS.values() for name in names.split()}
    assert not [name for name in named if not (ROOT / "tests" / f"test_{name}.py").exists()]


def test_the_inner_loop_tries_what_a_change_can_touch() -> None:
    files, exercises = quick.touched(
        [
            "graders/s03_binary_classification/test_sigmoid.py",
            "tests/answers/s07_batches/standardize/wrong_by_test.py",
            "curriculum/s01_building_steps.toml",
            "keraskata/doctor/views.py",
            "keraskata/terms.py",
            "tests/test_answers.py",
            "docs/learners.md",
        ]
    )
    assert files == {"authoring", "doctor", "house", "engine", "docs"}
    assert exercises == {"s03_binary_classification/sigmoid", "s07_batches/standardize"}
