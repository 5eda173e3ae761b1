"""Says what code will import, from its text alone: what nobody needs is not imported ahead of time."""

import re

_LARGE = rb"keras|tensorflow|torch|jax|sklearn|pandas|matplotlib|seaborn|scipy|PIL"
_IMPORTS = rb"(?:^|[\r;])[ \t\f]*(?:import|from)[ \t\f]+(?:%s)\b"
_IMPORTING = re.compile(rb"^[ \t]*(?:import|from)\b[^#\r\n]*", re.MULTILINE)
_FRAMEWORK = re.compile(rb"\b(?:keras|tensorflow|torch|jax)")
_KERAS, _ANY_LARGE = (re.compile(_IMPORTS % names, re.MULTILINE) for names in (b"keras", _LARGE))


def imports_keras(text: bytes) -> bool:
    """Return whether a line of this code imports Keras."""
    return bool(_KERAS.search(text))


def imports_large(text: bytes) -> bool:
    """Return whether a line of this code imports one of the packages that take long to start, Keras among them."""
    return bool(_ANY_LARGE.search(text))


def frameworks_in(text: bytes) -> set[str]:
    """Return which of Keras and its backends this code imports, or a package whose name begins so."""
    return {name.decode() for line in _IMPORTING.findall(text) for name in _FRAMEWORK.findall(line)}
