"""Updates a clone: like `git pull`, but the learner's exercises stay as they are, committed or not."""

import fnmatch
from pathlib import Path

from keraskata.curriculum import CURRICULUM, SECTIONS, CurriculumError, Kit
from keraskata.learner import git
from keraskata.workplace import following, git_index
from keraskata.workplace.git_index import OURS, Tree
from keraskata.workplace.outcome import Outcome


def pull(kit: Kit) -> Outcome:
    """Fetch the newest kit and go to it. Raises CurriculumError if that cannot be done, and GitFailed."""
    root, outcome = kit.root, Outcome()
    theirs = following.newest(root)
    head = git.run(root, "rev-parse", "HEAD").strip()
    base, rewritten = following.base(root, head, theirs)
    if base == theirs:
        return Outcome(notes=["There is nothing newer."])
    old, coming = git_index.tree(root, head), git_index.tree(root, theirs)
    new, both = _merged(git_index.tree(root, base), old, coming)
    if not fnmatch.filter(new, SECTIONS):
        raise CurriculumError(
            f"The branch that you follow has no {CURRICULUM}/: it is not the kit. Nothing was changed."
        )
    target = theirs if base == head else _commit(root, new, [head, theirs])
    found, beside = git_index.step(root, old, (target, new))
    try:
        git.run(root, "update-ref", "-m", "kata update", "HEAD", target, head)
    except git.GitFailed as error:
        raise CurriculumError(
            f"The update stopped at its last step: run kata update again. git says:\n{error}"
        ) from None
    here = [path for path in both if (root / path).exists() and path not in found.missing]
    for path in {**old, **new}:
        if not path.startswith(OURS) or (old.get(path) == new.get(path) and path not in here):
            continue
        if path in found.own or path in here:
            (outcome.kept if path in coming else outcome.gone).append(path)
        elif path in new and path not in old and path not in both:
            outcome.added.append(path)
        elif path in new:
            (outcome.missing if path in found.missing else outcome.renewed).append(path)
    if rewritten:
        outcome.notes.append("The branch that you follow was rewritten; your own changes are kept as usual.")
    outcome.notes += [f"{place.relative_to(root)}: you had staged it, and no file had it." for place in beside]
    if old.get("pyproject.toml") != new.get("pyproject.toml"):
        outcome.notes.append("The requirements of the kit may have changed: run pip install -e . again.")
    outcome.notes.append(f"The kit is at {target[:10]} now; before, it was at {head[:10]}.")
    return outcome


def _merged(base: Tree, ours: Tree, theirs: Tree) -> tuple[Tree, list[str]]:
    """Return the tree with the changes of both sides since `base`, and the exercises that both changed: ours win."""
    new, both, outside = {}, [], []
    for path in {**base, **ours, **theirs}:
        was, our, their = (tree.get(path) for tree in (base, ours, theirs))
        if our == was:
            chosen = their
        elif their in (was, our):
            chosen = our
        elif path.startswith(OURS):
            chosen = our or their
            both.append(path)
        else:
            outside.append(path)
            continue
        if chosen:
            new[path] = chosen
    if outside:
        raise CurriculumError(
            f"The commits of your branch and the new kit both change {git_index.named(outside)}, outside exercises/. "
            "Nothing was changed. Join them yourself: git pull --no-rebase."
        )
    return new, both


def _commit(root: Path, tree: Tree, parents: list[str]) -> str:
    """Return a commit that joins the learner's commits and the new kit's."""
    named = [word for parent in parents for word in ("-p", parent)]
    try:
        return git.run(root, "commit-tree", git_index.written(root, tree), *named, "-m", "Take the new kit").strip()
    except git.GitFailed as error:
        raise CurriculumError(
            "Your commits and the new kit's are joined by a commit, which git could not make. Nothing was changed. "
            'If it does not know you: git config user.name "YOUR NAME", git config user.email YOUR@ADDRESS, '
            f"then run kata update again. git says:\n{error}"
        ) from None
