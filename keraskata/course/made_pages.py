"""The pages of a kit that are made from tables: which they are, and what they have now."""

from keraskata.course import coverage, older_names
from keraskata.curriculum import Kit


def made(kit: Kit) -> dict[str, str]:
    """Return the text of each page that `kata coverage` writes, by its place in the kit."""
    pages = {coverage.PLACE: coverage.table(kit)} if coverage.defects(kit) else {}
    return pages | ({older_names.PLACE: older_names.page()} if older_names.belongs_to(kit) else {})
