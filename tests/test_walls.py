"""What code behind walls sees of a machine, wherever the kit, Python and what was handed in lie."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import pytest

from keraskata import curriculum
from keraskata.subject import mounts, walls

ENGINE = Path(curriculum.__file__).parent
TREES = ("graders", "solutions", "exercises", "private", "submitted", "results")
# An attack: it names all that is called so, wherever it is. It runs without Keras, in the view of a walled parent.
SEEING = """
import os
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if folder != "/" or name not in ("proc", "sys", "dev")]
    for name in files:
        if name.startswith("secret-") or name == "seen.txt":
            print(os.path.join(folder, name))
import keraskata
"""
# Another: whatever is the grading user's could be read and signalled by who is the same user, or has one of its groups.
POSING = """
def shout(text):
    got = []
    import os

    import keraskata

    owner = os.stat(keraskata.__file__)
    if os.geteuid() == owner.st_uid or os.getegid() == owner.st_gid:
        got.append("the owner")
    for line in open("/proc/self/uid_map").read().splitlines():
        inside, outside, count = map(int, line.split())
        if count != 1:
            got.append(line)
    if len(os.getgroups()) > 0:
        got.append("groups")
    for door in (lambda: os.setuid(0), lambda: os.setgroups([0]), lambda: os.chown("/scratch", 0, 0)):
        try:
            door()
            got.append("another user")
        except OSError:
            pass
    return f"GOT {got}" if got else text.upper()
"""
LOOK = """
import subprocess, sys
from keraskata.subject import walls
subprocess.run([*walls.around(), sys.executable, "-c", {seeing!r}], check=True)
"""


def secrets(kit: Path) -> None:
    for tree in TREES:
        (kit / tree / "s01_words").mkdir(parents=True)
        (kit / tree / "s01_words" / f"secret-{tree}.py").write_text("secret")
    (kit / "curriculum").mkdir()
    (kit / "curriculum" / "s01_words.toml").write_text("secret")
    (kit / "datasets").mkdir()
    (kit / "datasets" / "seen.txt").write_text("data")
    shutil.copytree(ENGINE, kit / "keraskata", ignore=shutil.ignore_patterns("__pycache__", "kit"))


def seen(python: Path, kit: Path) -> list[str]:
    """The files that code behind the walls of this kit and this Python sees."""
    code = LOOK.format(seeing=SEEING)
    packages = os.pathsep.join([str(kit), *filter(os.path.isdir, sys.path)])
    settings = {**os.environ, "PYTHONPATH": packages}
    run = subprocess.run([python, "-c", code], cwd=kit, env=settings, capture_output=True, text=True, timeout=60)
    assert not run.stderr, run.stderr
    return run.stdout.splitlines()


@pytest.mark.parametrize("place", [".", ".venv", "../env"], ids=["is the kit", "in the kit", "beside the kit"])
def test_an_environment_shows_nothing_of_the_kit(walled: None, tmp_path: Path, place: str) -> None:
    kit = tmp_path / "kit"
    secrets(kit)
    venv.create(kit / place, symlinks=True)
    assert seen(kit / place / "bin" / "python", kit) == [str(kit / "datasets" / "seen.txt")]


def test_a_course_in_the_environment_is_not_shown(walled: None, tmp_path: Path) -> None:
    kit = tmp_path / "env" / "share" / "kit"
    secrets(kit)
    venv.create(tmp_path / "env", symlinks=True)
    assert seen(tmp_path / "env" / "bin" / "python", kit) == [str(kit / "datasets" / "seen.txt")]


def packages() -> Path:
    return Path(pytest.__file__).resolve().parent.parent


@pytest.mark.parametrize("place", [packages() / "course", packages(), Path("/usr/lib/course"), ENGINE / "results"])
def test_what_lies_where_everybody_reads_is_refused(place: Path) -> None:
    with pytest.raises(walls.NoWalls, match=r"The results \(.*\) lies? in .*: move"):
        walls.keep_out({"The results": place})


def test_a_link_to_where_everybody_reads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "results").symlink_to(packages())
    with pytest.raises(walls.NoWalls, match="move"):
        walls.keep_out({"The results": tmp_path / "results" / "s01"})


def test_places_of_ones_own_are_kept(tmp_path: Path) -> None:
    walls.keep_out({"The results": tmp_path, "The course": Path("/usr/local/share/nbgrader/exchange")})


def test_only_what_is_named_is_shown() -> None:
    assert not {"/", "/usr", "/usr/local", "/etc", "/home", sys.prefix, sys.base_prefix} & set(mounts.shown())


@pytest.fixture
def work(kit: Path) -> Path:
    """What a student has handed in, outside of the kit."""
    shutil.copytree(kit / "solutions", kit / "class" / "ann")
    return kit / "class"


def graded(kit: Path, submissions: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "keraskata", "grade-class", str(submissions), "--out", str(out), "--workers=1"]
    return subprocess.run([*command, *options], cwd=kit, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("submissions", "out"), [("class", packages() / "out"), (packages(), "out")])
def test_a_class_there_is_not_graded(walled: None, kit: Path, work: Path, submissions: Path, out: Path) -> None:
    run = graded(kit, submissions, out)
    assert run.returncode == 2 and "move it to a folder of its own" in run.stderr, run
    assert not Path(out).exists() and run.stderr.count("\n") == 1


def test_a_kit_there_grades_nobody(walled: None, kit: Path, work: Path) -> None:
    with tempfile.TemporaryDirectory(dir=packages(), prefix="kata-test-") as folder:
        Path(folder).chmod(0o755)  # other tests beside this one want to read all of Python
        inside = Path(folder) / "kit"
        shutil.copytree(kit, inside)
        run = graded(inside, work, kit / "out")
    assert run.returncode == 2 and "The kit (" in run.stderr and "move it" in run.stderr, run


def test_checks_of_ones_own_there_grade_nobody(walled: None, kit: Path, work: Path) -> None:
    with tempfile.TemporaryDirectory(dir=packages(), prefix="kata-test-") as folder:
        Path(folder).chmod(0o755)  # other tests beside this one want to read all of Python
        shutil.copytree(kit / "graders", folder, dirs_exist_ok=True)
        run = graded(kit, work, kit / "out", "--private", folder)
    assert run.returncode == 2 and "Your own checks (" in run.stderr and "move it" in run.stderr, run


def test_code_is_a_user_of_its_own(walled: None, kit: Path) -> None:
    if "user" in walls.check():
        pytest.skip("this system gives no user ids of their own: see `kata doctor`")
    (kit / "class" / "ann" / "s01_words").mkdir(parents=True)
    (kit / "class" / "ann" / "s01_words" / "shout.py").write_text(POSING)
    run = graded(kit, kit / "class", kit / "out")
    record = json.loads((kit / "out" / "results" / "ann.json").read_text())
    assert run.returncode == 0 and record["exercises"][0]["points"] == 3, (run, record)


def test_code_is_the_grading_user_where_others_cannot_read_python(walled: None, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    secrets(kit)
    (kit / "keraskata").chmod(0o700)
    code = "from keraskata.subject import walls; print('user' in walls.check())"
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(kit), *filter(os.path.isdir, sys.path)])}
    run = subprocess.run([sys.executable, "-c", code], cwd=kit, env=settings, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("True\n", "")


def test_a_record_says_what_walls_had_and_one_of_before_is_kept(walled: None, kit: Path, work: Path) -> None:
    place = kit / "out" / "results" / "ann.json"
    graded(kit, work, kit / "out")
    record = json.loads(place.read_text())
    assert record["score"] == 6 and set(record.pop("walls")) == {"user", "cgroup"} - walls.check().keys()
    place.write_text(json.dumps(record))  # as the kit wrote it before
    again = graded(kit, work, kit / "out", "--resume")
    assert again.returncode == 0 and json.loads(place.read_text()) == record


def test_a_system_without_users_imports_what_walls_are_asked_of() -> None:
    """Windows, where Python has none of these modules."""
    code = "import sys; sys.modules |= dict.fromkeys(('pwd', 'fcntl', 'resource')); import keraskata.subject.walls"
    subprocess.run([sys.executable, "-c", f"{code}, keraskata.judges.starting, keraskata.cli.grade_class"], check=True)
