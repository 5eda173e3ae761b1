"""`kata update`: a clone, a copy without git, a workplace; every line of a learner's stays."""

import shutil
import tomllib
from pathlib import Path

import pytest
from conftest import MANIFEST, RIGHT, SECTION, STUB
from test_engine import run
from test_helping import git, kata

from keraskata import curriculum
from keraskata.learner import stubs
from keraskata.source.writing import write_whole

SHOUT, COUNT, NEW = (f"exercises/s01_words/{name}.py" for name in ("shout", "count", "whisper"))
NEWER = {name: STUB.format(name=name).replace("raise", "# A new text.\n    raise") for name in ("shout", "count")}
MINE = RIGHT["shout"]
BLOCK = '\n[[exercise]]\nname = "whisper"\ntitle = "Whisper"\nsignatures = ["whisper(text: str) -> str"]\n'


def publish(kit: Path, *gone: str) -> None:
    """A newer kit: two stubs with new texts, one that is new, another grader."""
    for name, text in NEWER.items():
        (kit / f"exercises/s01_words/{name}.py").write_text(text)
    whisper = STUB.format(name="whisper")
    files = {NEW: whisper, "solutions/s01_words/whisper.py": whisper, "README.md": "# New\n", "notes.md": "n\n"}
    grader = (kit / "graders/s01_words/test_shout.py").read_text()
    files["graders/s01_words/test_whisper.py"] = grader.replace("shout", "whisper")
    files["graders/s01_words/test_shout.py"] = grader.replace('hint="upper"', 'hint="capitals"')
    files[SECTION] = MANIFEST + BLOCK
    for name, text in files.items():
        (kit / name).write_text(text)
    for path in gone:
        (kit / path).unlink()
        block = f'[[exercise]]\nname = "{Path(path).stem}"'
        rest = [part for part in files[SECTION].split("\n\n") if not part.strip().startswith(block)]
        (kit / SECTION).write_text("\n\n".join(rest))
    kata(kit, "stubs")


@pytest.fixture
def upstream(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit as others publish it."""
    folder = tmp_path_factory.mktemp("published") / "kit"
    shutil.copytree(kit, folder)
    (folder / "README.md").write_text("# Old\n")
    (folder / ".gitignore").write_text(".kata/\n__pycache__/\n*.log\n")
    kata(folder, "stubs")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


@pytest.fixture
def clone(upstream: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("learner") / "kit"
    git(upstream, "clone", "-q", str(upstream), str(place))
    for name in ("user.name", "user.email"):
        git(place, "config", name, "me")
    return place


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def newest(upstream: Path, *gone: str) -> None:
    publish(upstream, *gone)
    commit(upstream)


def everything(folder: Path) -> dict[str, bytes]:
    """Each file that is no memory, and what git's index has."""
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {".git", ".kata", "__pycache__"} & set(path.relative_to(folder).parts)
    }
    if (folder / ".git").exists():
        found |= {"index": git(folder, "ls-files", "-s").encode(), "HEAD": git(folder, "rev-parse", "HEAD").encode()}
    return found


def refused(folder: Path, *words: str, command: tuple[str, ...] = ("update",)) -> None:
    before = everything(folder)
    ran = run(folder, "keraskata", *command)
    assert ran.returncode == 2 and "Traceback" not in ran.stderr, ran.stderr
    assert all(word in ran.stderr for word in words), ran.stderr
    assert everything(folder) == before
    assert not list((folder / ".git").glob("*.lock"))


def is_new(folder: Path, *but: str) -> None:
    for path, text in ((SHOUT, NEWER["shout"]), (COUNT, NEWER["count"]), (NEW, STUB.format(name="whisper"))):
        if path not in but:
            assert (folder / path).read_text() == text
    assert "capitals" in (folder / "graders/s01_words/test_shout.py").read_text()
    assert (folder / "README.md").read_text() == "# New\n"


def test_an_untouched_clone_is_the_newest(upstream: Path, clone: Path) -> None:
    assert "nothing newer" in kata(clone, "update")
    newest(upstream)
    said = kata(clone, "update")
    assert f"{SHOUT}: a new text" in said and f"{NEW}: new" in said and "kept" not in said
    is_new(clone)
    assert git(clone, "status", "--porcelain") == ""
    assert len(set(git(clone, "rev-parse", "HEAD", "@{u}").split())) == 1
    assert "nothing newer" in kata(clone, "update")


@pytest.mark.parametrize("hide", [False, True], ids=["plain", "assume-unchanged"])
def test_edits_stay_and_reset_brings_the_new_stub(upstream: Path, clone: Path, hide: bool) -> None:
    if hide:
        git(clone, "update-index", "--assume-unchanged", SHOUT)
    (clone / SHOUT).write_text(MINE)
    newest(upstream)
    said = kata(clone, "update")
    assert f"{SHOUT}: kept as you wrote it" in said and f"{COUNT}: a new text" in said
    assert (clone / SHOUT).read_text() == MINE
    is_new(clone, SHOUT)
    if not hide:
        assert git(clone, "status", "--porcelain") == f" M {SHOUT}\n"
    assert "shout.py.1" in kata(clone, "reset", "shout")
    assert (clone / SHOUT).read_text() == NEWER["shout"] and (clone / f"{SHOUT}.1").read_text() == MINE


def test_edits_of_what_did_not_change_stay_without_a_word(upstream: Path, clone: Path) -> None:
    (clone / "solutions/s01_words/count.py").write_text("# mine\n")
    newest(upstream)
    git(clone, "add", "-A")
    (clone / "solutions/s01_words/shout.py").write_text("# mine, too\n")
    kata(clone, "update")
    is_new(clone)
    assert (clone / "solutions/s01_words/count.py").read_text() == "# mine\n"
    assert git(clone, "status", "--porcelain").splitlines() == [
        "M  solutions/s01_words/count.py",
        " M solutions/s01_words/shout.py",
    ]


def test_staged_work_stays_and_what_only_the_index_has_is_kept_beside(upstream: Path, clone: Path) -> None:
    (clone / SHOUT).write_text("# staged\n")
    (clone / COUNT).write_text(RIGHT["count"])
    git(clone, "add", "-A")
    (clone / SHOUT).write_text(MINE)
    newest(upstream)
    kata(clone, "update")
    is_new(clone, SHOUT, COUNT)
    assert (clone / SHOUT).read_text() == MINE and (clone / f"{SHOUT}.1").read_text() == "# staged\n"
    assert (clone / COUNT).read_text() == RIGHT["count"]


def test_commits_stay_and_are_joined(upstream: Path, clone: Path) -> None:
    (clone / SHOUT).write_text(MINE)
    (clone / "diary.md").write_text("day one\n")
    commit(clone)
    (clone / COUNT).write_text(RIGHT["count"])
    newest(upstream)
    said = kata(clone, "update")
    assert f"{SHOUT}: kept" in said and f"{COUNT}: kept" in said
    assert (clone / SHOUT).read_text() == MINE and (clone / "diary.md").read_text() == "day one\n"
    assert (clone / COUNT).read_text() == RIGHT["count"]
    is_new(clone, SHOUT, COUNT)
    assert git(clone, "show", f"HEAD:{SHOUT}") == MINE and git(clone, "show", f"HEAD:{COUNT}") == NEWER["count"]
    assert git(clone, "rev-parse", "HEAD^2").strip() == git(clone, "rev-parse", "@{u}").strip()
    assert "nothing newer" in kata(clone, "update")


def test_untracked_and_ignored_files_in_the_way_stay(upstream: Path, clone: Path) -> None:
    (clone / NEW).write_text("# mine\n")
    newest(upstream)
    assert f"{NEW}: kept" in kata(clone, "update")
    assert (clone / NEW).read_text() == "# mine\n"
    is_new(clone, NEW)
    (upstream / "own.log").write_text("theirs\n")
    git(upstream, "add", "-f", "own.log")
    commit(upstream)
    (clone / "own.log").write_text("mine\n")
    refused(clone, "own.log", "outside exercises/")


def test_an_exercise_that_is_gone_leaves_the_learners_file(upstream: Path, clone: Path) -> None:
    newest(upstream, SHOUT)
    (clone / SHOUT).write_text(MINE)
    assert f"{SHOUT}: no exercise any more; your file stays" in kata(clone, "update")
    assert (clone / SHOUT).read_text() == MINE
    assert "Shout" not in kata(clone, "list")


@pytest.mark.parametrize("way", ["edited", "committed", "staged", "untracked", "folder", "behind a file"])
def test_a_change_outside_exercises_is_named_before_anything_is_done(upstream: Path, clone: Path, way: str) -> None:
    name = "README.md" if way in ("edited", "committed", "staged") else "notes.md"
    if way == "folder":
        (clone / "notes.md").mkdir()
        (clone / "notes.md/diary.txt").write_text("day one\n")
    elif way == "behind a file":
        name = "sub"
        (upstream / "sub").mkdir()
        (upstream / "sub/notes.md").write_text("theirs\n")
        (clone / "sub").write_text("mine\n")
    else:
        (clone / name).write_text("mine\n")
    if way == "committed":
        commit(clone)
    if way == "staged":
        git(clone, "add", "-A")
    (clone / SHOUT).write_text(MINE)
    newest(upstream)
    refused(clone, name, "Nothing was changed")


def test_what_git_cannot_do_now_is_said(upstream: Path, clone: Path) -> None:
    newest(upstream)
    (clone / SHOUT).write_text(MINE)
    git(clone, "checkout", "-q", "--detach")
    refused(clone, "on no branch")
    git(clone, "switch", "-q", "-c", "own", "--no-track")
    refused(clone, "--set-upstream-to")
    git(clone, "switch", "-q", "main")
    (clone / ".git" / "index.lock").touch()
    ran = run(clone, "keraskata", "update")
    assert ran.returncode == 2 and "Another git" in ran.stderr and (clone / SHOUT).read_text() == MINE
    (clone / ".git" / "index.lock").unlink()
    (clone / ".git" / "MERGE_HEAD").write_text(git(clone, "rev-parse", "HEAD"))
    refused(clone, "in the middle of a merge")
    (clone / ".git" / "MERGE_HEAD").unlink()
    upstream.rename(upstream.with_name("away"))
    refused(clone, "could not be fetched")
    refused(clone, "clone of git's", command=("update", str(upstream)))


def test_a_kit_inside_of_another_repository_is_left_to_it(clone: Path) -> None:
    shutil.rmtree(clone / ".git")
    git(clone.parent, "init", "-q")
    refused(clone, "no git", "unpack a newer one")


@pytest.fixture
def copy(clone: Path) -> Path:
    shutil.rmtree(clone / ".git")
    return clone


def test_a_copy_without_git_takes_a_newer_copy(upstream: Path, copy: Path) -> None:
    refused(copy, "unpack a newer one")
    newest(upstream, COUNT)
    (copy / SHOUT).write_text(MINE)
    (copy / "README.md").write_text("# My own words\n")
    (copy / "diary.md").write_text("day one\n")
    said = kata(copy, "update", str(upstream))
    assert f"{SHOUT}: kept" in said and f"{COUNT}: no exercise any more" in said and f"{NEW}: new" in said
    assert (copy / SHOUT).read_text() == MINE and (copy / "diary.md").read_text() == "day one\n"
    is_new(copy, SHOUT, COUNT)
    assert not (copy / ".git").exists()
    kept = copy / ".kata/before-update/1"
    assert (kept / "README.md").read_text() == "# My own words\n" and str(kept) in said
    assert "shout.py.1" in kata(copy, "reset", "shout") and (copy / SHOUT).read_text() == NEWER["shout"]
    assert "kept in" not in kata(copy, "update", str(upstream))


def test_nonsense_is_no_newer_copy(upstream: Path, copy: Path, tmp_path: Path) -> None:
    newest(upstream)
    (tmp_path / "empty").mkdir()
    refused(copy, "is no kit", command=("update", str(tmp_path / "empty")))
    refused(copy, "is this kit", command=("update", "."))
    inner = copy / "inner"
    shutil.copytree(upstream, inner)
    refused(copy, "lies in it", command=("update", "inner"))
    solved = shutil.copytree(upstream, tmp_path / "solved", ignore=shutil.ignore_patterns(".git", ".kata"))
    (solved / SHOUT).write_text(MINE)
    refused(copy, "s01_words/shout", "take it from a new copy", command=("update", str(solved)))
    (solved / "graders/s01_words/test_shout.py").unlink()
    refused(copy, "lacks parts", command=("update", str(solved)))


def test_a_copy_that_cannot_be_finished_is_put_back(upstream: Path, copy: Path) -> None:
    newest(upstream)
    (copy / "notes.md").write_text("mine\n")
    whole, before = curriculum.load(copy), everything(copy)
    from keraskata.workplace import replacing

    real = write_whole

    def full(place: Path, content: bytes) -> None:
        if place.name == "test_whisper.py":
            raise OSError("no space left")
        real(place, content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replacing, "write_whole", full)
        with pytest.raises(OSError, match="no space"):
            replacing.replace(whole, upstream)
    assert everything(copy) == before


def test_two_authors_change_neighbours_without_a_conflict(upstream: Path, clone: Path) -> None:
    (clone / COUNT).write_text(NEWER["count"])
    kata(clone, "stubs")
    commit(clone)
    (upstream / SHOUT).write_text(NEWER["shout"])
    kata(upstream, "stubs")
    commit(upstream)
    git(clone, "pull", "-q", "--no-rebase", "--no-edit")
    listed = stubs.listed(curriculum.load(clone))
    assert listed == {n: stubs.digest((clone / f"exercises/{n}.py").read_bytes()) for n in listed} and len(listed) == 2


def test_a_kit_from_before_the_folder_of_sections_finds_what_it_looks_for() -> None:
    """Its `kata update` runs there with the engine that it has: see the file."""
    root = Path(__file__).parent.parent
    kit, older = curriculum.load(root), tomllib.loads((root / "curriculum.toml").read_text(encoding="utf-8"))
    named = [f"{section['id']}/{block['name']}" for section in older["section"] for block in section["exercise"]]
    assert len(named) > 40 and set(named) <= set(kit.exercises)
    assert all({"title", "signatures"} <= set(block) for section in older["section"] for block in section["exercise"])


def test_a_course_of_the_older_form_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "curriculum.toml").write_text("[[section]]\n")
    (tmp_path / "exercises").mkdir()
    ran = run(tmp_path / "exercises", "keraskata", "list")
    assert ran.returncode == 2 and "has an older form" in ran.stderr and "curriculum/s01_words.toml" in ran.stderr
