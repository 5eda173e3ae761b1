"""`kata init`, and a learner's life in the folder that it makes."""

import os
from pathlib import Path

import pytest
from test_engine import run
from test_helping import git, kata

from keraskata import __version__, curriculum
from keraskata.learner import stubs
from keraskata.workplace import folder

REAL = curriculum.load(Path(__file__).parent.parent)
SIGMOID = "s03_binary_classification/sigmoid"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workplace."""
    said = kata(tmp_path, "init", "my keras")
    assert f"{len(REAL.exercises)} exercises" in said and "Next: cd" in said
    return tmp_path / "my keras"


def test_a_workplace_has_the_stubs_and_nothing_else_of_the_kit(place: Path) -> None:
    files = sorted(str(path.relative_to(place)) for path in place.rglob("*") if path.is_file())
    exercises = sorted(f"exercises/{name}.py" for name in REAL.exercises)
    assert files == sorted([".gitignore", ".vscode/settings.json", "keraskata.toml", "pytest.ini", *exercises])
    for name, exercise in REAL.exercises.items():
        assert (place / f"exercises/{name}.py").read_bytes() == stubs.text(REAL, exercise)


def test_a_learner_works_there(place: Path) -> None:
    mine = place / f"exercises/{SIGMOID}.py"
    for command in (["pytest", f"exercises/{SIGMOID}.py"], ["pytest", "-k", "sigmoid and test_values"]):
        ran = run(place, *command)
        assert ran.returncode == 1 and "0 of" in ran.stdout, ran.stdout + ran.stderr
    mine.write_bytes(REAL.solution(REAL.exercises[SIGMOID]).read_bytes())
    ran = run(place, "pytest", f"exercises/{SIGMOID}.py")
    assert ran.returncode == 0 and "1 of 1 exercises done" in ran.stdout, ran.stdout + ran.stderr
    assert "✓ sigmoid" in kata(place, "list")
    assert "the reference" in kata(place, "solution", SIGMOID) or "same" in kata(place, "solution", SIGMOID)
    assert "hint 1 of 3" in kata(place, "hint", SIGMOID)
    assert "report.html" in kata(place, "report", "--no-open")
    assert "sigmoid.py.1" in kata(place, "reset", SIGMOID)
    assert stubs.is_stub(curriculum.load(place), REAL.exercises[SIGMOID])
    assert run(place, "keraskata", "grade", f"exercises/{SIGMOID}.py").returncode == 1


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    assert ".gitignore was there" in kata(tmp_path, "init")
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    for where, words in ((".", "has its exercises already"), ("inner", "is around it")):
        ran = run(tmp_path, "keraskata", "init", where)
        assert ran.returncode == 2 and words in ran.stderr
    (tmp_path / "keraskata.toml").unlink()
    (tmp_path / f"exercises/{SIGMOID}.py").write_text("# mine\n")
    ran = run(tmp_path, "keraskata", "init")
    assert ran.returncode == 2 and "is there already" in ran.stderr and not (tmp_path / "keraskata.toml").exists()
    assert (tmp_path / f"exercises/{SIGMOID}.py").read_text() == "# mine\n"
    (tmp_path / "file").touch()
    ran = run(tmp_path, "keraskata", "init", "file")
    assert ran.returncode == 2 and "Traceback" not in ran.stderr


def test_authors_commands_are_not_for_a_workplace(place: Path) -> None:
    for command in ("check", "coverage", "stubs"):
        ran = run(place, "keraskata", command)
        assert ran.returncode == 2 and "for authors" in ran.stderr, command


def test_an_update_renews_what_is_untouched(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = curriculum.load(place)
    touched, untouched, added, deleted = list(kit.exercises.values())[:4]
    kit.stub(touched).write_text("# mine\n")
    gone = place / "exercises/s01_building_steps/old.py"
    gone.write_text("# done\n")
    given = stubs.listed(kit) | {touched.id: "0", untouched.id: stubs.digest(b"old"), "s01_building_steps/old": "1"}
    kit.stub(untouched).write_bytes(b"old")
    kit.stub(added).unlink()
    folder.write_marker(place, {name: digest for name, digest in given.items() if name != added.id})
    said = kata(place, "update")
    assert f"exercises/{touched.id}.py: kept" in said and f"exercises/{untouched.id}.py: a new text" in said
    assert f"exercises/{added.id}.py: new" in said and "old.py: no exercise any more" in said
    assert kit.stub(touched).read_text() == "# mine\n" and gone.read_text() == "# done\n"
    assert all(stubs.is_stub(kit, exercise) for exercise in (untouched, added, deleted))
    assert "kept" not in kata(place, "update") and folder.NEWEST in kata(place, "update")
    assert run(place, "keraskata", "update", ".").returncode == 2


def test_an_update_names_what_is_in_the_way_and_what_is_no_workplace(place: Path) -> None:
    kit = curriculum.load(place)
    first, second = list(kit.exercises.values())[:2]
    kit.stub(first).unlink()
    kit.stub(second).unlink()
    kit.stub(second).mkdir()
    ran = run(place, "keraskata", "update")
    assert ran.returncode == 2 and f"exercises/{second.id}.py" in ran.stderr and "Move it away" in ran.stderr
    assert not kit.stub(first).exists()
    assert "Move it away" in run(place, "keraskata", "reset", second.id).stderr
    kit.stub(second).rmdir()
    assert f"exercises/{second.id}.py: it was missing: here again" in kata(place, "update")
    assert stubs.is_stub(kit, first) and stubs.is_stub(kit, second)
    (place / "keraskata.toml").unlink()
    ran = run(place, "keraskata", "update")
    assert ran.returncode == 2 and "keraskata.toml" in ran.stderr


def test_a_workplace_in_git_is_updated_by_its_package(place: Path) -> None:
    git(place, "init", "-q")
    assert "pipx upgrade" in kata(place, "update")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_to_is_said(place: Path) -> None:
    place.chmod(0o500)
    try:
        kata(place, "list")
        ran = run(place, "keraskata", "hint", SIGMOID)
        assert "Traceback" not in ran.stderr
    finally:
        place.chmod(0o700)


def test_the_version(tmp_path: Path) -> None:
    assert kata(tmp_path, "--version") == f"keraskata {__version__}\n"
