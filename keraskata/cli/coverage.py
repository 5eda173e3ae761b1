"""`kata coverage`: which exercise puts which defect of the notes right, in docs/coverage.md."""

from keraskata.cli.errors import exit_on
from keraskata.curriculum import authors_root, load


def write_coverage() -> None:
    """Write docs/coverage.md: which exercise puts which defect of the notes right (for authors)."""
    from keraskata.course import coverage

    with exit_on():
        kit = load(authors_root())
        (kit.root / coverage.PLACE).write_text(coverage.table(kit), encoding="utf-8")
