"""`kata grade-class`: every submission gets its grade or a reason, and what was graded is kept."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import RIGHT

# One worker: a second one is a second start of Keras, which only the hostile bank and tests of lost workers need.
COMMAND = [sys.executable, "-m", "keraskata", "grade-class", "class", "--out", "out", "--workers=1"]


def run(kit: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], cwd=kit, capture_output=True, text=True, timeout=200)


def hand_in(kit: Path, student: str, **files: str) -> Path:
    folder = kit / "class" / student / "s01_words"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_a_class(kit: Path, walled: None) -> None:
    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", count=RIGHT["count"])
    hand_in(kit, "=1+1", shout="import os\nos._exit(0)\n", count="x = '[red]'\n")
    (hand_in(kit, "eve", count=RIGHT["count"]) / "shout.py").symlink_to(kit / "solutions/s01_words/shout.py")
    (kit / "class" / "frank.zip").write_text("no archive")
    with zipfile.ZipFile(kit / "class" / "grace.zip", "w") as archive:
        archive.writestr("../../etc/s01_words/count.py", RIGHT["count"])
        archive.writestr("grace/exercises/s01_words/shout.py", RIGHT["shout"])

    first = run(kit)
    assert first.returncode == 1, first.stderr
    rows = list(csv.reader((kit / "out/grades.csv").read_text().splitlines()))
    scores = {row[0]: row[1] for row in rows[1:]}
    assert scores == {"alice": "6", "bob": "3", "'=1+1": "0", "eve": "3", "frank": "0", "grace": "6"}
    alice = json.loads((kit / "out/results/alice.json").read_text())
    assert (alice["subject"], alice["score"], alice["submission"]["problem"]) == ("walled", 6, "")
    assert "a link" in first.stdout and "not a ZIP archive" in first.stdout

    hand_in(kit, "bob", **RIGHT)
    (kit / "out/results/grace.json").write_text("{ half of")
    again = run(kit, "--resume")
    assert "was 3" in again.stdout and "lowest 0, median 4.5, highest 6." in again.stdout
    assert again.stdout.count("kept") == 4
    assert json.loads((kit / "out/results/grace.json").read_text())["score"] == 6
    assert "grace.json could not be read (it is no JSON): its student was graded again." in again.stderr


def test_keras_starts_only_where_somebody_imports_it(kit: Path) -> None:
    """Keras takes longer than a check may here, so that it starts before the clock; and for nobody before ben comes.

    Ann is graded alone, for whose answer is read slowly is graded last.
    """
    hand_in(
        kit, "ann", shout="import sys\ndef shout(text):\n    return text if 'keras' in sys.modules else text.upper()\n"
    )
    run(kit, "--no-walls", "--exercise", "s01_words/shout")
    hand_in(kit, "ben", shout="import keras\ndef shout(text):\n    return text.upper() if keras.ops else text\n")
    ran = run(kit, "--no-walls", "--exercise", "s01_words/shout", "--resume")
    scores = [row[1] for row in csv.reader((kit / "out/grades.csv").read_text().splitlines()[1:])]
    assert scores == ["3", "3"], ran.stdout


def test_what_may_be_a_class_one_folder_too_high_is_said(kit: Path) -> None:
    hand_in(kit, "homework/ann", **RIGHT)
    ran = run(kit, "--no-walls")
    assert "All is graded as homework's. If students' folders lie in it" in ran.stdout, ran.stderr


def test_a_file_that_was_only_renamed_is_no_problem(kit: Path) -> None:
    folder = hand_in(kit, "ann", **RIGHT)
    (folder / "shout.py").rename(folder / "shout (1).py")
    ran = run(kit, "--no-walls")
    assert ran.returncode == 0 and "6/6  s01_words/shout (1).py is taken for s01_words/shout" in ran.stdout, ran
    assert "1 graded, 0 with problems" in ran.stdout
    assert json.loads((kit / "out/results/ann.json").read_text())["submission"]["problem"] == ""


def test_spaces_in_names_make_no_line_of_another_student(kit: Path) -> None:
    (hand_in(kit, "eve", **RIGHT) / ("a" + 35 * " " + "honest                  6 of 6  .py")).write_text("1")
    hand_in(kit, "bob" + 40 * " " + "zoe   6 of 6", count=RIGHT["count"])
    for line in run(kit, "--no-walls").stdout.splitlines():
        assert "     honest" not in line and "     zoe" not in line


BROKEN = """import pytest


@pytest.mark.check(points=1)
def test_own(submission):
    \"\"\"It holds.\"\"\"
    npp.array(submission.count("a b"))
"""


def test_a_check_of_ones_own_that_breaks_is_named_beside_each_student(kit: Path) -> None:
    """It took a point from everybody, and the exit status was 0."""
    hand_in(kit, "alice", **RIGHT)
    place = kit / "private" / "s01_words" / "test_count.py"
    place.parent.mkdir(parents=True)
    place.write_text(BROKEN)
    ran = run(kit, "--no-walls", "--private", "private")
    assert ran.returncode == 1 and "6/7" in ran.stdout, ran.stdout + ran.stderr
    assert "! your own check test_own of s01_words/count broke: " in ran.stdout and "npp" in ran.stdout


def test_a_file_of_own_checks_that_cannot_be_read_is_named_beside_each_student(kit: Path) -> None:
    """It ended the run of the class, without the name of the file."""
    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", shout=RIGHT["shout"])
    place = kit / "private" / "s01_words" / "test_count.py"
    place.parent.mkdir(parents=True)
    for text, why in (
        ("import pytest\n\ndef test_own(submission:\n    pass\n", "line 3: SyntaxError: '(' was never closed"),
        ("def own():\n    import nono\n\n\nown()\n", "line 2: ModuleNotFoundError: No module named 'nono'"),
    ):
        place.write_text(text)
        ran = run(kit, "--no-walls", "--private", "private")
        said = f"your own checks of s01_words/count cannot be read: {place}, {why}"
        assert ran.returncode == 1 and f"3/6  ! {said}\n" in ran.stdout, ran.stdout + ran.stderr
        assert ran.stdout.count("! ") == 1 and "Traceback" not in ran.stderr
        alice = json.loads((kit / "out/results/alice.json").read_text())
        assert said in alice["submission"]["problem"] and said not in json.dumps(alice["exercises"])
    place.write_text(BROKEN.replace("npp.array(submission.count", "print(submission.count"))
    assert "7/7  was 3\n" in run(kit, "--no-walls", "--private", "private", "--resume").stdout


def test_a_grader_of_the_kit_that_cannot_be_read_ends_the_run_with_its_name(kit: Path) -> None:
    hand_in(kit, "alice", **RIGHT)
    place = kit / "graders/s01_words/test_count.py"
    place.write_text("def test_words(submission:\n    pass\n")
    ran = run(kit, "--no-walls")
    assert ran.returncode == 2 and f"{place}, line 1: SyntaxError" in ran.stderr, ran.stderr


def test_bad_input_is_named(kit: Path) -> None:
    nothing = run(kit)
    assert (nothing.returncode, nothing.stdout) == (2, "") and "class cannot be read" in nothing.stderr
    hand_in(kit, "alice", **RIGHT)
    section = run(kit, "--section", "s99")
    assert section.returncode == 2 and "There are: s01_words" in section.stderr


def test_without_walls_untrusted_code_is_refused(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(kit, "alice", **RIGHT)
    monkeypatch.setenv("PATH", "/nowhere")
    refused = run(kit)
    assert refused.returncode == 2 and "bubblewrap" in refused.stderr and "--no-walls" in refused.stderr
    chosen = run(kit, "--no-walls")
    assert chosen.returncode == 0, chosen.stderr
    assert json.loads((kit / "out/results/alice.json").read_text())["subject"] == "warm"


def test_where_walls_do_not_stand_it_is_said_why(kit: Path, walled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(kit, "alice", **RIGHT)
    tool = kit / "bin" / "bwrap"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\necho 'bwrap: No permissions to create a new namespace' >&2\nexit 1\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:{os.environ['PATH']}")
    refused = run(kit)
    assert (refused.returncode, refused.stdout) == (
        2,
        "",
    ) and "No permissions to create a new namespace" in refused.stderr
    assert "--no-walls" in refused.stderr and not (kit / "out" / "results" / "alice.json").exists()


def test_grades_are_in_nbgraders_gradebook(kit: Path, walled: None) -> None:
    api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", count=RIGHT["count"])
    for _ in range(2):
        assert run(kit).returncode == 0
        with api.Gradebook(f"sqlite:///{kit}/out/gradebook.db") as book:
            scores = {s.student.id: (s.score, s.max_score) for s in book.assignment_submissions("s01_words")}
            assert scores == {"alice": (6, 6), "bob": (3, 6)}
            assert not any(s.needs_manual_grade for s in book.assignment_submissions("s01_words"))


def test_a_new_gradebook_is_the_one_that_nbgrader_would_make(kit: Path, tmp_path: Path) -> None:
    api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    sqlalchemy = pytest.importorskip("sqlalchemy", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    from keraskata.classes.gradebook import Gradebook

    found = []
    for make, place in ((Gradebook, tmp_path / "ours.db"), (api.Gradebook, tmp_path / "theirs.db")):
        make(f"sqlite:///{place}").close()
        engine = sqlalchemy.create_engine(f"sqlite:///{place}")
        tables = sqlalchemy.inspect(engine)
        columns = {
            name: [str(column["name"]) for column in tables.get_columns(name)] for name in tables.get_table_names()
        }
        with engine.connect() as connection:
            version = connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version")).all()
            courses = connection.execute(sqlalchemy.text("SELECT * FROM course")).all()
        found.append((columns, version, courses))
    assert found[0] == found[1]
