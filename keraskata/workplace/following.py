"""Finds the commit to update a clone to: the newest of the branch that the learner's branch follows."""

import shlex
from pathlib import Path

from keraskata.curriculum import CurriculumError
from keraskata.learner import git

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")


def newest(root: Path) -> str:
    """Fetch and return the newest commit of the branch that this one follows. Raises CurriculumError without one."""
    _refuse_what_is_unfinished(root)
    try:
        branch = git.run(root, "symbolic-ref", "--quiet", "--short", "HEAD").strip()
    except git.GitFailed:
        raise CurriculumError("You are on no branch: go to one with git switch, such as git switch main.") from None
    try:
        remote = git.run(root, "config", f"branch.{branch}.remote").strip()
        followed = git.run(root, "config", f"branch.{branch}.merge").strip()
    except git.GitFailed:
        raise CurriculumError(f"The branch {branch} follows no other, so it gets no news. {_to_follow(root)}") from None
    try:
        git.run(root, "fetch", "--quiet", remote, followed)
    except git.GitFailed as error:
        raise CurriculumError(_not_fetched(root, remote, followed, error)) from None
    return git.run(root, "rev-parse", "FETCH_HEAD^{commit}").strip()


def base(root: Path, head: str, theirs: str) -> tuple[str, bool]:
    """Return the commit that the learner began with, and whether the history of `theirs` was rewritten since.

    A rewritten branch no longer contains the learner's first commit, but git remembers that it did.
    Raises CurriculumError if there is no such commit.
    """
    try:
        began = git.run(root, "merge-base", "--fork-point", "@{upstream}", head).strip()
    except git.GitFailed:  # git remembers nothing
        began = ""
    try:
        common = git.run(root, "merge-base", head, theirs).strip()
    except git.GitFailed:
        common = ""
    if common == theirs or not began or (common and _has(root, began, common)):
        began = common
    if not began:
        raise CurriculumError(
            "Your branch and the one that it follows have nothing in common. Nothing was changed. "
            "Clone the kit again elsewhere, and copy what you wrote in exercises/ there."
        )
    return began, began != common


def _has(root: Path, commit: str, within: str) -> bool:
    try:
        git.run(root, "merge-base", "--is-ancestor", commit, within)
    except git.GitFailed:
        return False
    return True


def _refuse_what_is_unfinished(root: Path) -> None:
    top = git.run(root, "rev-parse", "--show-toplevel").rstrip("\n")
    if not root.samefile(top):
        raise CurriculumError(f"This kit is a part of the repository {top}: update that one with git.")
    place = Path(git.run(root, "rev-parse", "--absolute-git-dir").rstrip("\n"))
    if any((place / name).exists() for name in _UNDER_WAY) or git.run(root, "ls-files", "--unmerged"):
        raise CurriculumError("git is in the middle of a merge or a rebase: finish it or give it up (see git status).")
    for lock in (place / "index.lock", place / "HEAD.lock"):
        refuse_lock(lock)


def refuse_lock(lock: Path) -> None:
    """Raise CurriculumError if another git is at work, or was stopped in the middle."""
    if lock.exists():
        raise CurriculumError(
            f"Another git is at work here, or was stopped in the middle. Nothing was changed. If there is none, "
            f"delete {lock}, then run kata update again."
        )


def _to_follow(root: Path) -> str:
    remotes = git.run(root, "remote").split()
    if not remotes:
        return "This clone has no address of the kit: git remote add origin ADDRESS, then kata update again."
    return f"Tell git: git fetch {remotes[0]}, then git branch --set-upstream-to={remotes[0]}/main"


def _not_fetched(root: Path, remote: str, followed: str, error: git.GitFailed) -> str:
    """Return why there is no news: the followed branch is gone, or nothing can be fetched from the remote."""
    try:
        heads = git.run(root, "ls-remote", "--heads", remote).split()[1::2]
    except git.GitFailed:
        heads = []
    if not heads or followed in heads:
        return f"The newest kit could not be fetched; nothing was changed. git says:\n{error}"
    names = [head.removeprefix("refs/heads/") for head in heads]
    return (
        f"The branch that yours follows, {followed.removeprefix('refs/heads/')}, is gone from {remote}, which has: "
        f"{', '.join(names[:5])}. Nothing was changed. Follow another: git fetch {remote}, then "
        f"git branch --set-upstream-to={shlex.quote(f'{remote}/{names[0]}')}, then kata update again."
    )
