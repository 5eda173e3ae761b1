"""Updates a clone: as `git pull`, but a learner's exercises stay as they are, whether they were committed or not.

No file that a learner has changed is moved, not even for a moment. Where the new kit has another text for it, only
git's index is told, so that the learner's file is a change to the new stub as it was one to the old. All is worked out
on a copy of the index first; what cannot be done is said before anything is changed.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from keraskata import git, stubs
from keraskata.curriculum import MANIFEST, CurriculumError, Kit
from keraskata.updating import Outcome

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_OURS = "exercises/"
_NONE = "0 " + "0" * 40  # how `git update-index` is told that a path goes
Tree = dict[str, str]  # path to "mode blob"


def pull(kit: Kit) -> Outcome:
    """Fetch the newest kit and go to it. Raises CurriculumError or GitFailed, and then nothing has changed."""
    root, outcome = kit.root, Outcome()
    theirs = _fetched(root)
    head = git.run(root, "rev-parse", "HEAD").strip()
    try:
        base = git.run(root, "merge-base", head, theirs).strip()
    except git.GitFailed:
        raise CurriculumError("Your branch and the one that it follows have nothing in common.") from None
    if base == theirs:
        return Outcome(notes=["There is nothing newer."])
    old, new = _tree(root, head), _merged(_tree(root, base), _tree(root, head), _tree(root, theirs), outcome)
    if MANIFEST not in new:
        raise CurriculumError(f"The branch that you follow has no {MANIFEST}: it is not the kit. Nothing was changed.")
    target = theirs if base == head else _commit(root, new, [head, theirs])
    with _index(root) as index:
        _step(root, index, (head, old), (target, new), outcome)
    changed = [path for path in {**old, **new} if path.startswith(_OURS) and old.get(path) != new.get(path)]
    left = [path for path in changed if path not in outcome.kept + outcome.gone]
    outcome.renewed += [path for path in left if path in old and path in new]
    outcome.added += [path for path in left if path not in old]
    if old.get("pyproject.toml") != new.get("pyproject.toml"):
        outcome.notes.append("What the kit needs may have changed: run pip install -e . once more.")
    outcome.notes.append(f"The kit is at {target[:10]} now; before, it was at {head[:10]}.")
    return outcome


def _fetched(root: Path) -> str:
    """The commit that this branch follows, fetched just now. Raises CurriculumError where there is none to go to."""
    top = git.run(root, "rev-parse", "--show-toplevel").rstrip("\n")
    if not os.path.samefile(top, root):
        raise CurriculumError(f"This kit is a part of the repository {top}: update that one with git.")
    place = Path(git.run(root, "rev-parse", "--absolute-git-dir").rstrip("\n"))
    if any((place / name).exists() for name in _UNDER_WAY) or git.run(root, "ls-files", "--unmerged"):
        raise CurriculumError("git is in the middle of a merge or a rebase: finish it or give it up (see git status).")
    try:
        branch = git.run(root, "symbolic-ref", "--quiet", "--short", "HEAD").strip()
    except git.GitFailed:
        raise CurriculumError("You are on no branch: go to one with git switch, such as git switch main.") from None
    try:
        git.run(root, "rev-parse", "--symbolic-full-name", "@{upstream}")
        remote = git.run(root, "config", f"branch.{branch}.remote").strip()
    except git.GitFailed:
        raise CurriculumError(
            f"Nobody knows where the branch {branch} gets news from: git branch --set-upstream-to=origin/main"
        ) from None
    try:
        git.run(root, "fetch", "--quiet", remote)
    except git.GitFailed as error:
        raise CurriculumError(f"The newest kit could not be fetched; nothing was changed. git says:\n{error}") from None
    return git.run(root, "rev-parse", "@{upstream}^{commit}").strip()


def _tree(root: Path, commit: str) -> Tree:
    rows = [row.partition("\t") for row in git.run(root, "ls-tree", "-r", "-z", commit).split("\0") if row]
    return {path: f"{about.split()[0]} {about.split()[2]}" for about, _, path in rows}


def _merged(base: Tree, ours: Tree, theirs: Tree, outcome: Outcome) -> Tree:
    """What both sides have changed since `base`; an exercise that both have changed is ours."""
    new, both = {}, []
    for path in {**base, **ours, **theirs}:
        was, our, their = (tree.get(path) for tree in (base, ours, theirs))
        if our == was:
            chosen = their
        elif their in (was, our):
            chosen = our
        elif path.startswith(_OURS):
            chosen = our or their
            (outcome.kept if their else outcome.gone).append(path)
        else:
            both.append(path)
            continue
        if chosen:
            new[path] = chosen
    _refuse(both)
    return new


def _refuse(paths: list[str]) -> None:
    if paths:
        named = ", ".join(sorted(paths)[:5]) + (" and more" if len(paths) > 5 else "")
        raise CurriculumError(
            f"You have changed what the new kit changes, too, outside exercises/: {named}. Nothing was changed. "
            "Bring it back with git checkout, move it away, or merge it yourself with git pull."
        )


def _commit(root: Path, tree: Tree, parents: list[str]) -> str:
    """A commit that joins the learner's commits and the new kit's."""
    named = [word for parent in parents for word in ("-p", parent)]
    return git.run(root, "commit-tree", _written(root, tree), *named, "-m", "Take the new kit").strip()


def _written(root: Path, tree: Tree) -> str:
    """The id of a tree, which git has from now on."""
    index = Path(git.run(root, "rev-parse", "--absolute-git-dir").rstrip("\n")) / f"index.kata.{os.getpid()}"
    try:
        _tell(root, index, tree)
        return git.run(root, "write-tree", index=index).strip()
    finally:
        index.unlink(missing_ok=True)


@contextlib.contextmanager
def _index(root: Path) -> Iterator[Path]:
    """A copy of git's index to work on, which takes its place in the end; no other git changes it meanwhile."""
    place = root / git.run(root, "rev-parse", "--git-path", "index").rstrip("\n")
    copy = place.with_name("index.lock")
    try:
        with copy.open("xb") as file:
            file.write(place.read_bytes())
    except FileExistsError:
        raise CurriculumError(f"Another git is at work here. If there is none, delete {copy}.") from None
    try:
        yield copy
        copy.replace(place)
    finally:
        copy.unlink(missing_ok=True)


def _step(root: Path, index: Path, old: tuple[str, Tree], new: tuple[str, Tree], outcome: Outcome) -> None:
    """Bring what the learner has not touched to the new kit, and git to know of the rest. Raises GitFailed."""
    with contextlib.suppress(git.GitFailed):  # so it says that files are changed
        git.run(root, "update-index", "-q", "--refresh", index=index)
    told, beside = _touched(root, index, old[1], new[1], outcome)
    _tell(root, index, told)
    # What git was told of is no change to it any more: such a file is neither written nor removed.
    left = _written(root, {path: about for path, about in {**old[1], **told}.items() if about != _NONE})
    git.run(root, "read-tree", "-m", "-u", "--dry-run", left, new[0], index=index)
    for path, blob in beside.items():  # staged, and no file has it
        stubs.keep_beside(root / path, git.content(root, blob))
    git.run(root, "update-ref", "-m", "kata update", "HEAD", new[0], old[0])
    try:
        git.run(root, "read-tree", "-m", "-u", left, new[0], index=index)
    except git.GitFailed:
        git.run(root, "update-ref", "-m", "kata update did not succeed", "HEAD", old[0], new[0])
        raise


def _touched(root: Path, index: Path, old: Tree, new: Tree, outcome: Outcome) -> tuple[Tree, dict[str, str]]:
    """What git is to be told of the paths that the learner has changed, and staged texts that are in no file."""
    paths = [path for path in {**old, **new} if old.get(path) != new.get(path)]
    staged_rows = [row.partition("\t") for row in git.run(root, "ls-files", "-s", "-z", index=index).split("\0") if row]
    staged = {path: about.split()[1] for about, _, path in staged_rows}
    dirty = set(git.run(root, "diff-files", "--name-only", "-z", index=index).split("\0"))
    here = _hashes(root, paths)
    told: Tree = {}
    beside: dict[str, str] = {}
    foreign = []
    for path in paths:
        was, becomes = (tree.get(path, _NONE).split()[1] for tree in (old, new))
        found, in_index = here.get(path, ""), staged.get(path, _NONE.split()[1])
        missing = not found
        if in_index == was and (missing or (found == was and path not in dirty)):
            continue  # git does it
        told[path] = new.get(path, _NONE)
        if found == becomes and in_index in (was, becomes):
            continue
        if not path.startswith(_OURS) or found == "?":
            foreign.append(path)
        (outcome.kept if path in new else outcome.gone).append(path)
        if in_index not in (was, becomes, found, _NONE.split()[1]):
            beside[path] = in_index
    _refuse(foreign)
    return told, beside


def _hashes(root: Path, paths: list[str]) -> dict[str, str]:
    """The blob that git would make of each file that is there; "?" for what is no file, or lies behind one."""
    found = {}
    for path in paths:
        ways = [root / part for part in Path(path).parents if str(part) != "."]
        if any(way.is_symlink() or (os.path.lexists(way) and not way.is_dir()) for way in ways):
            found[path] = "?"
        elif os.path.lexists(root / path):
            found[path] = "" if (root / path).is_file() and not (root / path).is_symlink() else "?"
    files = [path for path, state in found.items() if not state]
    hashes = git.run(root, "hash-object", "--stdin-paths", feed="".join(f"{path}\n" for path in files)).split()
    return found | dict(zip(files, hashes, strict=True))


def _tell(root: Path, index: Path, tree: Tree) -> None:
    rows = "".join(f"{about}\t{path}\0" for path, about in tree.items())
    git.run(root, "update-index", "-z", "--index-info", feed=rows, index=index)
