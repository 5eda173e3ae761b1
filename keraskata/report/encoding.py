"""Replaces characters that a terminal's encoding does not have, such as ✓ in Windows' cp1252, by plain ones."""

import codecs
import io
import sys
import unicodedata

_HANDLER, _ASCII = "keraskata.plain", "kata_ascii"
_PLAIN = {
    "✓": "+",
    "✗": "x",
    "○": "o",
    "·": ".",
    "•": "*",
    "█": "#",
    "░": "-",
    "━": "=",
    "…": "...",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "→": "->",
    "←": "<-",
    "↑": "^",
    "×": "x",
    "±": "+-",
    "−": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~",
    "∞": "inf",
}


def write_plainly() -> None:
    """Let standard output and error of this process replace characters that they cannot write."""
    codecs.register_error(_HANDLER, _replaced)
    codecs.register(_find)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_ASCII if ascii else None, errors=_HANDLER)


def name() -> str:
    """Return the encoding of standard output."""
    return (sys.stdout.encoding or "none").lower().removeprefix("kata_")


def _find(name: str) -> codecs.CodecInfo | None:
    """Return ASCII under another name: Click treats the name ASCII as a mistake, and writes UTF-8 instead."""
    if name != _ASCII:
        return None
    found = codecs.lookup("ascii")
    parts = (found.encode, found.decode, found.streamreader, found.streamwriter)
    return codecs.CodecInfo(*parts, found.incrementalencoder, found.incrementaldecoder, name=_ASCII)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(sign: str) -> str:
    if sign not in _PLAIN and "\u2500" <= sign < "\u25a0":  # frames, and the blocks of bars
        name = unicodedata.name(sign)
        return "#" if "BLOCK" in name else "-" if "HORIZONTAL" in name else "|" if "VERTICAL" in name else "+"
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()  # é becomes e
    return _PLAIN.get(sign) or bare or "?"
