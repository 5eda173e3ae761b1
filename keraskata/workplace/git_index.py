"""Moves git's index and the files of a clone from one tree to another, and leaves the learner's changes alone.

A file that the learner has changed is never moved, not even for a moment. If the new kit has another text for it, only
git's index gets that text, so that git shows the learner's file as a change to the new stub. All is tried first on a
copy of the index, so that an impossible update is refused before it changes anything. The files are written first,
then the index, and the caller moves the branch last: an update that stops in between leaves the clone at the old kit,
and running it again completes it, because a file with the new kit's text does not count as the learner's change.
"""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keraskata.curriculum import CurriculumError
from keraskata.learner import git, stubs
from keraskata.workplace import following

OURS = "exercises/"
Tree = dict[str, str]  # path to "mode blob"
_ZERO = "0" * 40  # the blob of a missing file
_NONE = f"0 {_ZERO}"  # tells `git update-index` to remove a path


@dataclass
class Found:
    """The learner's state of the paths that change: their own files, missing files, and texts that only git has."""

    own: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    staged_only: dict[str, str] = field(default_factory=dict)  # path to blob
    told: Tree = field(default_factory=dict)  # what the index must hold first


def tree(root: Path, commit: str) -> Tree:
    """Return all files of a commit, by path."""
    rows = [row.partition("\t") for row in git.run(root, "ls-tree", "-r", "-z", commit).split("\0") if row]
    return {path: f"{about.split()[0]} {about.split()[2]}" for about, _, path in rows}


def written(root: Path, files: Tree) -> str:
    """Write a tree of these files to git, and return its id."""
    index = Path(git.run(root, "rev-parse", "--absolute-git-dir").rstrip("\n")) / f"index.kata.{os.getpid()}"
    try:
        _tell(root, index, files)
        return git.run(root, "write-tree", index=index).strip()
    finally:
        index.unlink(missing_ok=True)


def step(root: Path, old: Tree, new: tuple[str, Tree]) -> tuple[Found, list[Path]]:
    """Update the files that the learner has not touched, and git's index for all others.

    Return what was found, and the files that now keep the texts that only the index had. Raises GitFailed, and
    CurriculumError before anything is changed.
    """
    with _copy(root) as index:
        _refresh(root, index)
        found = _touched(root, index, old, new[1])
        _tell(root, index, found.told)
        _refresh(root, index)
        # For git, the files that it was told of have not changed, so it neither writes nor removes them.
        left = written(root, {path: about for path, about in {**old, **found.told}.items() if about != _NONE})
        git.run(root, "read-tree", "-m", "-u", "--dry-run", left, new[0], index=index)
        kept = [stubs.keep_beside(root / path, git.content(root, blob)) for path, blob in found.staged_only.items()]
        git.run(root, "read-tree", "-m", "-u", left, new[0], index=index)
    return found, kept


@contextlib.contextmanager
def _copy(root: Path) -> Iterator[Path]:
    """Give a copy of git's index to work on, and put it in place at the end; lock out any other git meanwhile."""
    place = root / git.run(root, "rev-parse", "--git-path", "index").rstrip("\n")
    copy = place.with_name("index.lock")
    try:
        with copy.open("xb") as file:
            file.write(place.read_bytes())
    except FileExistsError:
        following.refuse_lock(copy)
        raise CurriculumError("Another git was at work here just now: run kata update again.") from None
    try:
        yield copy
        copy.replace(place)
    finally:
        copy.unlink(missing_ok=True)


def _refresh(root: Path, index: Path) -> None:
    with contextlib.suppress(git.GitFailed):  # its way to say that files are changed
        git.run(root, "update-index", "-q", "--refresh", index=index)


def _touched(root: Path, index: Path, old: Tree, new: Tree) -> Found:
    paths = [path for path in {**old, **new} if old.get(path) != new.get(path)]
    _refuse_what_is_no_file(root, paths)
    staged_rows = [row.partition("\t") for row in git.run(root, "ls-files", "-s", "-z", index=index).split("\0") if row]
    staged = {path: about.split()[1] for about, _, path in staged_rows}
    dirty = set(git.run(root, "diff-files", "--name-only", "-z", index=index).split("\0"))
    here = _hashes(root, paths)
    found = Found()
    outside: list[str] = []
    for path in paths:
        was, becomes = (tree.get(path, _NONE).split()[1] for tree in (old, new))
        is_here, in_index = here.get(path, _ZERO), staged.get(path, _ZERO)
        if in_index not in (was, becomes, is_here, _ZERO):
            found.staged_only[path] = in_index
        if is_here == _ZERO:  # git will write it
            found.missing.append(path)
            if in_index != was:
                found.told[path] = old.get(path, _NONE)
        elif not is_here == in_index == was or path in dirty:
            found.told[path] = new.get(path, _NONE)
            if is_here != becomes:
                (found.own if path.startswith(OURS) else outside).append(path)
    if outside:
        raise CurriculumError(
            f"You and the new kit have both changed, outside exercises/: {named(outside)}. Nothing was "
            "changed. Move each away, to another name or folder, so that you keep it; then run kata update again."
        )
    return found


def _refuse_what_is_no_file(root: Path, paths: list[str]) -> None:
    """Refuse a link or folder in a file's place: git would replace it, and only the learner knows what it is."""
    found: list[Path | None] = []
    for path in paths:
        ways = [root / path, *(root / part for part in Path(path).parents)]
        links = [way for way in ways if way != root and way.is_symlink()]
        found.append(links[-1] if links else stubs.in_the_way(root / path))
    stubs.refuse_in_the_way(root, found)


def named(paths: list[str]) -> str:
    """Return a list of paths as text, five of them at most."""
    return ", ".join(sorted(paths)[:5]) + (" and more" if len(paths) > 5 else "")


def _hashes(root: Path, paths: list[str]) -> dict[str, str]:
    """Return, for each existing file, the id of the blob that git would make of it."""
    files = [path for path in paths if (root / path).is_file()]
    hashes = git.run(root, "hash-object", "--stdin-paths", feed="".join(f"{path}\n" for path in files)).split()
    return dict(zip(files, hashes, strict=True))


def _tell(root: Path, index: Path, files: Tree) -> None:
    rows = "".join(f"{about}\t{path}\0" for path, about in files.items())
    git.run(root, "update-index", "-z", "--index-info", feed=rows, index=index)
