"""Decodes a Python file as Python does: in the coding of its first lines or byte order mark, or else in UTF-8."""

import ast
import codecs
import io
import tokenize

MAX_SOURCE = 1_000_000  # bytes
_WIDE = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
_MAX_SHOWN = 40  # characters of a coding's name, which a file may make as long as itself
_SAVE = "save the file as UTF-8 in your editor"
_WITHOUT = f"delete its line with `coding`, and {_SAVE}"


class NoText(Exception):
    """Python cannot read a file as text; the message says what it is, and `fix` how to fix it."""

    def __init__(self, found: str, fix: str = _SAVE) -> None:
        super().__init__(found)
        self.fix = fix


def decoded(content: bytes) -> str:
    r"""Return the text of a Python file, each line ended by "\n", without a byte order mark. Raises NoText."""
    for mark, name in _WIDE:
        if content.startswith(mark):
            raise NoText(f"{name}, which Python does not read")
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    coding = _coding(content)
    try:
        if "coding".encode(coding.removesuffix("-sig")) != b"coding":
            raise LookupError
        text = content.decode(coding)
    except UnicodeDecodeError:
        named = "" if coding.startswith("utf-8") else ", the coding that its first lines name"
        raise NoText(f"bytes that are not {coding.removesuffix('-sig').upper()}{named}") from None
    except (LookupError, ValueError):  # such as hex, or UTF-16 in a file that is not UTF-16
        raise NoText(f"the coding {_short(coding)}, which a Python file cannot have", _WITHOUT) from None
    if "\0" in text:
        raise NoText("bytes that are no text")
    return text


def docstring(text: str) -> str:
    """Return the docstring that a Python file opens with, without indentation, also if what follows is not valid."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.STRING:
                return ast.get_docstring(ast.parse(token.string)) or ""
            if token.type not in (tokenize.COMMENT, tokenize.NL):
                break
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass
    return ""


def _coding(content: bytes) -> str:
    try:
        return tokenize.detect_encoding(io.BytesIO(content).readline)[0]
    except SyntaxError as error:
        what, _, name = str(error).rpartition(": ")
        if "unknown encoding" in what:
            raise NoText(f"the coding {_short(name)}, which Python does not know", _WITHOUT) from None
        if "encoding problem" in what:
            raise NoText("the byte order mark of UTF-8, and a line that names another coding", _WITHOUT) from None
        raise NoText("bytes that are not UTF-8") from None


def _short(coding: str) -> str:
    return repr(coding if len(coding) <= _MAX_SHOWN else f"{coding[:_MAX_SHOWN]}…")
