"""`kata update` that is stopped, or finds what it cannot go on with: nothing is lost, and it can be repeated."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import RIGHT
from test_engine import run
from test_helping import git, kata
from test_update import COUNT, MINE, NEW, SHOUT, clone, commit, copy, everything, is_new, newest, refused, upstream

from keraskata import curriculum
from keraskata.learner import git as engine_git
from keraskata.learner import stubs
from keraskata.workplace import pulling, replacing

__all__ = ["clone", "copy", "upstream"]  # fixtures

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def stopped(module: object, name: str, at: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed at the call number `at` of a function; says whether it was.

    What only reads of git's is not counted.
    """
    child = os.fork()
    if child == 0:
        real, calls = getattr(module, name), 0

        def counted(*given: object, **named: object) -> object:
            nonlocal calls
            calls += not {"rev-parse", "config", "ls-files", "merge-base", "ls-tree", "hash-object"} & set(given)
            if calls >= at:
                os._exit(9)
            return real(*given, **named)

        setattr(module, name, counted)
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 9)
    return status == 9


@forks
@pytest.mark.parametrize("committed", [False, True], ids=["edited", "committed"])
def test_a_clone_that_was_killed_anywhere_is_whole_after_the_next_update(
    upstream: Path, clone: Path, committed: bool
) -> None:
    (clone / SHOUT).write_text(MINE)
    if committed:
        commit(clone)
    (clone / COUNT).write_text("# staged\n")
    git(clone, "add", COUNT)
    (clone / COUNT).unlink()
    newest(upstream, *([] if committed else ["graders/s01_words/test_count.py"]))
    for at in range(1, 100):
        place = shutil.copytree(clone, clone.with_name(f"clone{at}"))
        killed = stopped(engine_git, "run", at, partial(pulling.pull, curriculum.load(place)))
        assert (place / SHOUT).read_text() == MINE
        if (lock := place / ".git/index.lock").exists():
            with pytest.raises(curriculum.CurriculumError, match=r"delete .*index\.lock"):
                pulling.pull(curriculum.load(place))
            lock.unlink()
        pulling.pull(curriculum.load(place))
        is_new(place, SHOUT)
        assert (place / SHOUT).read_text() == MINE
        assert "# staged\n" in [path.read_text() for path in place.glob(f"{COUNT}.*")]
        left = [row for row in git(place, "status", "--porcelain").splitlines() if "count.py." not in row]
        assert left == ([] if committed else [f" M {SHOUT}"]), at
        assert pulling.pull(curriculum.load(place)).notes == ["There is nothing newer."]
        shutil.rmtree(place)
        if not killed:
            break
    assert at > 10


@forks
@pytest.mark.parametrize(("writer", "least"), [(stubs, 3), (replacing, 8)])
def test_a_copy_that_was_killed_anywhere_is_whole_after_the_next_update(
    upstream: Path, copy: Path, writer: object, least: int
) -> None:
    (copy / SHOUT).write_text(MINE)
    (copy / "README.md").write_text("# My own words\n")
    newest(upstream)
    for at in range(1, 100):
        place = shutil.copytree(copy, copy.with_name(f"copy{at}"))
        killed = stopped(writer, "write_whole", at, partial(replacing.replace, curriculum.load(place), upstream))
        curriculum.load.cache_clear()
        outcome = replacing.replace(curriculum.load(place), upstream)
        is_new(place, SHOUT)
        assert (place / SHOUT).read_text() == MINE and outcome.kept == ([SHOUT] if killed else [])
        kept = [path for path in (place / ".kata").rglob("README.md*") if path.read_text() == "# My own words\n"]
        assert [path.parent for path in kept] == [place / ".kata/before-update/1"]
        assert not killed or any(str(place / ".kata/before-update/1") in note for note in outcome.notes)
        if not killed:
            break
    assert at > least


def test_a_clone_that_was_stopped_between_two_files_is_whole_after_the_next_update(upstream: Path, clone: Path) -> None:
    newest(upstream, COUNT)
    for path in (SHOUT, NEW, "README.md"):
        (clone / path).write_text((upstream / path).read_text())
    (clone / COUNT).unlink()
    said = kata(clone, "update")
    assert "kept" not in said and git(clone, "status", "--porcelain") == ""
    is_new(clone, COUNT)


def in_place(way: str, place: Path, root: Path) -> tuple[Path, str]:
    """Put what is no file to a place; gives a file of the learner's in or behind it, and what is in the way."""
    aside = root.with_name("aside")
    if way == "folder":
        place.unlink(missing_ok=True)
        place.mkdir()
        mine = place / "mine.py"
    elif way == "link":
        aside.mkdir()
        mine = aside / "mine.py"
        place.unlink(missing_ok=True)
        place.symlink_to(mine)
    else:
        place.parent.rename(aside)
        place.parent.symlink_to(aside)
        mine = aside / place.name
    mine.write_text(MINE)
    return mine, str((place.parent if way == "linked section" else place).relative_to(root))


@pytest.mark.parametrize("where", [SHOUT, NEW])
@pytest.mark.parametrize("way", ["folder", "link", "linked section"])
def test_what_is_in_the_way_in_a_clone_is_moved_away_by_the_learner(
    upstream: Path, clone: Path, way: str, where: str
) -> None:
    mine, named = in_place(way, clone / where, clone)
    newest(upstream)
    before = mine.read_text()
    refused(clone, f"like: {named}.", "Move it away", "Nothing was changed")
    assert "checkout" not in run(clone, "keraskata", "update").stderr and mine.read_text() == before
    if way != "linked section":
        (clone / where).rename(clone.with_name("away"))
        kata(clone, "update")
        is_new(clone)


@pytest.mark.parametrize("where", [SHOUT, NEW, "notes.md"])
@pytest.mark.parametrize("way", ["folder", "link to nowhere"])
def test_what_is_in_the_way_in_a_copy_is_moved_away_by_the_learner(
    upstream: Path, copy: Path, way: str, where: str
) -> None:
    kata(copy, "list")
    (copy / where).unlink(missing_ok=True)
    if way == "folder":
        (copy / where).mkdir()
        (copy / where / "mine.py").write_text(MINE)
    else:
        (copy / where).symlink_to("nowhere")
    newest(upstream)
    refused(copy, f"like: {where}.", "Move it away", "Nothing was changed", command=("update", str(upstream)))
    assert (copy / where).is_symlink() or (copy / where / "mine.py").read_text() == MINE
    if where == SHOUT:
        refused(copy, where, "Move it away", command=("reset", "shout"))
    (copy / where).rename(copy.with_name("away"))
    kata(copy, "update", str(upstream))
    is_new(copy)


@pytest.mark.parametrize("way", ["edited", "staged", "untracked"])
def test_the_advice_for_a_change_outside_exercises_helps(upstream: Path, clone: Path, way: str) -> None:
    name = "notes.md" if way == "untracked" else "README.md"
    (clone / name).write_text("mine\n")
    if way == "staged":
        git(clone, "add", "-A")
    newest(upstream)
    refused(clone, name, "Move each away")
    (clone / name).rename(clone / "mine.md")
    kata(clone, "update")
    is_new(clone)
    assert (clone / "mine.md").read_text() == "mine\n"


def test_what_was_missing_is_said_to_be_here_again(upstream: Path, clone: Path) -> None:
    (clone / SHOUT).unlink()
    commit(clone)
    git(clone, "mv", COUNT, "exercises/s01_words/mine.py")
    newest(upstream)
    said = kata(clone, "update")
    assert f"{SHOUT}: it was missing: here again" in said and f"{COUNT}: it was missing: here again" in said
    assert "kept" not in said and "had not touched" not in said
    is_new(clone)
    assert (clone / "exercises/s01_words/mine.py").is_file()


def test_what_was_staged_only_is_named(upstream: Path, clone: Path) -> None:
    for path in (SHOUT, COUNT):
        (clone / path).write_text("# staged\n")
    git(clone, "add", "-A")
    (clone / SHOUT).unlink()
    (clone / COUNT).write_text(MINE)
    newest(upstream)
    said = kata(clone, "update")
    assert f"{SHOUT}.1: you had staged it" in said and f"{COUNT}.1: you had staged it" in said
    assert f"{SHOUT}: it was missing: here again" in said and f"{COUNT}: kept as you wrote it" in said
    assert (clone / f"{SHOUT}.1").read_text() == (clone / f"{COUNT}.1").read_text() == "# staged\n"


def test_a_branch_that_is_gone_is_said(upstream: Path, clone: Path) -> None:
    newest(upstream)
    git(upstream, "branch", "-m", "main", "trunk")
    refused(clone, "main, is gone", "has: trunk", "--set-upstream-to=origin/trunk")
    git(clone, "fetch", "-q", "origin")
    git(clone, "branch", "--set-upstream-to=origin/trunk")
    kata(clone, "update")
    is_new(clone)


@pytest.mark.parametrize("committed", [False, True], ids=["edited", "committed"])
def test_a_branch_that_was_rewritten_is_followed(upstream: Path, clone: Path, committed: bool) -> None:
    (clone / SHOUT).write_text(MINE)
    if committed:
        commit(clone)
    newest(upstream)
    git(upstream, "checkout", "-q", "--orphan", "other")
    commit(upstream)
    git(upstream, "branch", "-M", "other", "main")
    said = kata(clone, "update")
    assert "was rewritten" in said and f"{SHOUT}: kept" in said and (clone / SHOUT).read_text() == MINE
    is_new(clone, SHOUT)
    assert "nothing newer" in kata(clone, "update")


def test_where_git_cannot_help_it_says_what_to_do(upstream: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newest(upstream)
    (clone / SHOUT).write_text(MINE)
    commit(clone)
    for name in ("user.name", "user.email"):
        git(clone, "config", "--unset", name)
    git(clone, "config", "user.useConfigOnly", "true")
    with monkeypatch.context() as patch:
        patch.setenv("HOME", str(clone / ".git"))
        patch.setenv("XDG_CONFIG_HOME", str(clone / ".git"))
        refused(clone, "git config user.name", "Nothing was changed")
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        shutil.rmtree(clone / ".kata", ignore_errors=True)
        (clone / COUNT).write_text(MINE)
        for command in ("update",), ("reset", "count"):
            ran = run(clone, "keraskata", *command)
            assert ran.returncode == 2 and "not installed" in ran.stderr and "git-scm.com" in ran.stderr, ran.stderr
    git(clone, "remote", "remove", "origin")
    refused(clone, "git remote add origin")


def test_only_the_kit_around_is_updated(tmp_path: Path) -> None:
    ran = run(tmp_path, "keraskata", "update")
    assert ran.returncode == 2 and "no kit here" in ran.stderr


def test_what_a_learner_lists_as_a_stub_is_kept_all_the_same(upstream: Path, copy: Path) -> None:
    (copy / SHOUT).write_text("# half of it\n")
    assert "s01_words/shout: what its file has now is its stub" in kata(copy, "stubs")
    newest(upstream)
    said = kata(copy, "update", str(upstream))
    assert (kept := copy / f".kata/before-update/1/{SHOUT}").read_text() == "# half of it\n"
    assert str(kept.parents[2]) in said


def test_what_has_all_points_is_no_stub(copy: Path) -> None:
    (copy / SHOUT).write_text(RIGHT["shout"])
    run(copy, "pytest", SHOUT)
    refused(copy, "s01_words/shout", "for authors", "kata reset", command=("stubs",))


def test_a_copy_says_from_which_version_it_goes_to_which(upstream: Path, copy: Path) -> None:
    for folder, version in ((copy, "0.10.0"), (upstream, "0.9.1")):
        (folder / "keraskata").mkdir()
        (folder / "keraskata/__init__.py").write_text(f'__version__ = "{version}"\n')
    outcome = replacing.replace(curriculum.load(copy), upstream)
    assert "The kit is keraskata 0.9.1 now; before, it was 0.10.0. That is an older one." in outcome.notes
    assert everything(copy)["keraskata/__init__.py"] == b'__version__ = "0.9.1"\n'
