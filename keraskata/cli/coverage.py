"""`kata coverage`: writes docs/coverage.md, which shows the exercises that correct each defect of the notes."""

from keraskata.cli.errors import exit_on
from keraskata.curriculum import authors_root, load


def write_coverage() -> None:
    """Write docs/coverage.md: which exercise corrects which defect of the notes (for authors)."""
    from keraskata.course import coverage

    with exit_on():
        kit = load(authors_root())
        (kit.root / coverage.PLACE).write_text(coverage.table(kit), encoding="utf-8")
