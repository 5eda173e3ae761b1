"""Which kinds of files people hand in, by how their names end: code, archives, and documents."""

from pathlib import PurePosixPath

from keraskata.source.notebook import MAX_NOTEBOOK

MAX_FILE = 1_000_000
MOST = {".py": MAX_FILE, ".ipynb": MAX_NOTEBOOK}  # the kinds that are read, and how many bytes each may have
_OTHER_ARCHIVES = frozenset((".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zipx", ".zst"))
_DOCUMENTS = frozenset((".doc", ".docx", ".heic", ".jpeg", ".jpg", ".odt", ".pages", ".pdf", ".rtf", ".txt"))
_OF_NBGRADER = "timestamp.txt"


def kind(name: str) -> str:
    """Return how the name of a file ends, in small letters."""
    return PurePosixPath(name).suffix.lower()


def may_be_code(name: str) -> bool:
    """Return whether a file of this name is Python's or a notebook."""
    return kind(name) in MOST


def is_other_archive(name: str) -> bool:
    """Return whether a file is an archive of a kind that is not read."""
    return kind(name) in _OTHER_ARCHIVES


def is_document(name: str) -> bool:
    """Return whether a file is a text for people, or a photograph of one."""
    return kind(name) in _DOCUMENTS and name != _OF_NBGRADER


def may_be_submission(name: str) -> bool:
    """Return whether a file beside the folders of students may be all that one of them handed in."""
    return may_be_code(name) or is_other_archive(name) or kind(name) == ".zip"
