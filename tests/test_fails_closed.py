"""Nothing passes because something was silent: checks that were not run, files that end the process or are no files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RIGHT

WRONG = "def shout(text):\n    return 'no'\n"


def run(kit: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    no_input = subprocess.DEVNULL
    return subprocess.run(command, cwd=kit, stdin=no_input, capture_output=True, text=True, timeout=60)


def write(kit: Path, source: str) -> str:
    (kit / "exercises/s01_words/shout.py").write_text(source)
    return "exercises/s01_words/shout.py"


@pytest.mark.parametrize("option", [["-p", "no:python"], ["--trace"]])
def test_a_check_that_pytest_did_not_run_is_not_passed(kit: Path, option: list[str]) -> None:
    name = write(kit, WRONG)
    ran = run(kit, "pytest", name, *option, "--kata-fresh")
    assert ran.returncode != 0 and "3 of 3" not in ran.stdout, ran.stdout
    after = run(kit, "pytest", name)
    assert "✓" not in after.stdout and "0 of 3 points" in after.stdout, after.stdout


@pytest.mark.parametrize("where", ["call", "file"])
def test_a_file_that_ends_the_process_costs_its_own_points_only(kit: Path, where: str) -> None:
    ends = "import os\nos._exit(0)\n" if where == "file" else ""
    name = write(kit, f"{ends}def shout(text):\n    import os\n    os._exit(0)\n")
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    ran = run(kit, "pytest", "exercises")
    assert ran.returncode == 1 and "3 of 6 points" in ran.stdout and "it called exit()" in ran.stdout, ran
    graded = run(kit, "keraskata", "grade", name, "--json", "-")
    assert graded.returncode == 1 and json.loads(graded.stdout)["score"] == 0, graded


def test_feedback_names_the_file_that_was_graded_and_the_exercise_to_reset(kit: Path, tmp_path: Path) -> None:
    for name in ("first.py", "second.py"):
        (tmp_path / name).write_text("def shout(text)\n")
        ran = run(kit, "keraskata", "grade", str(tmp_path / name), "--as", "shout")
        assert f"line 1 of {name}" in ran.stdout, ran.stdout
    (kit / "exercises/s01_words/shout.py").unlink()
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py")
    assert "a Python file at shout.py" in ran.stdout and "`kata reset shout`" in ran.stdout, ran.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_and_what_is_too_large_is_refused_at_once(kit: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "large.py").write_text("x = 1\n" * 300_000)
    for name, found in (("pipe.py", "no file with a text in it"), ("large.py", "more than 1 MB")):
        ran = run(kit, "keraskata", "grade", str(tmp_path / name), "--as", "shout")
        assert ran.returncode == 1 and found in ran.stdout, ran
