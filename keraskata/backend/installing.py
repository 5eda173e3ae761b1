"""How something that is missing is installed: the same extra has one name in a clone, and another from an index."""

from keraskata.curriculum import PACKAGED


def command(extra: str = "") -> str:
    """Return the command line that installs the kit, or an extra of it such as "walls" or "tensorflow,walls"."""
    if PACKAGED.is_dir():
        return f"pip install 'keraskata[{extra}]'" if extra else "pip install keraskata"
    return f"pip install -e '.[{extra}]'" if extra else "pip install -e ."
