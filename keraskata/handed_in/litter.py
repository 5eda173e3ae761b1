"""Recognises files and folders that systems and programs put beside what people hand in."""

import re

# Whole names, for those of students may begin so. A Mac adds `._NAME` to each file on a foreign disk; Moodle calls a
# folder `._4711_assignsubmission_file_` whose student is called by a dot. Word keeps `~$NAME` of a file that is open.
_BESIDE_STUDENTS = re.compile(
    r"__MACOSX|\._(?![0-9]+_assignsubmission_).*|~\$[^_]*\.(?i:docx?|xlsx?|pptx?)|Icon\r|"
    r"(?i:(eh)?thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information)|"
    r"\.(DS_Store|Trash(es|-\d+)?|Spotlight-V100|fseventsd|TemporaryItems|localized|directory|"
    r"ipynb_checkpoints|git[a-z-]*(\.yml)?|nfs[\da-f]+|~lock\..*#)"
)
_OF_PROGRAMS = frozenset(("__MACOSX", "__pycache__", "site-packages", "node_modules"))


def of_systems(name: str) -> bool:
    """Return whether an entry beside the students' is no student's, although a student's may begin with a dot."""
    return bool(_BESIDE_STUDENTS.fullmatch(name))


def of_programs(name: str) -> bool:
    """Return whether a program keeps it for itself within a submission, such as .ipynb_checkpoints and .venv."""
    return name.startswith(".") or name in _OF_PROGRAMS
