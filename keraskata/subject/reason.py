"""What an exception says, without the stacks and arrays around its reason."""

import re

from keraskata.printable import printable, uncoloured

_MAX_READ = 10_000  # characters of a message: it may be a gigabyte, and cleaning it takes its time
_LINES = 3
_LENGTH = 500
_STACK = re.compile(
    r'\s*(Graph execution error:$|Detected at node|File ".*", line \d+|\[\[\{\{|Arguments received by )'
)
_NUMBERS = re.compile(r"[-\d\[(][-+\d\s.,e\[\]()]{80,}+")


def reason(error: BaseException) -> str:
    """Return what an exception says, in one line of bounded length that does not end within the reason."""
    try:
        text = both_ends(str(error), _MAX_READ)
    except Exception:  # a learner's own exception may not even be printable
        return "(its message cannot be shown)"
    lines = [line.strip() for line in uncoloured(text).splitlines() if line.strip()]
    told = [line for line in lines if not _STACK.match(line)] or lines
    short = _NUMBERS.sub(_squeezed, "\n".join(told)).splitlines()
    return printable(_whole(" ".join(short[:_LINES])))


def _squeezed(numbers: re.Match[str]) -> str:
    """Write an ellipsis for an array, up to its last bracket or digit."""
    array = numbers.group().rstrip(" \n\t(,.e+-")
    return f"[…]{numbers.group()[len(array) :]}" if len(array) > 80 else numbers.group()


def both_ends(text: str, length: int) -> str:
    """Return a text, or where it is too long its beginning and its end: the reason stands in one of them."""
    if len(text) <= length:
        return text
    return f"{text[: length // 2]} … {text[-(length // 2) :]}"


def _whole(text: str) -> str:
    """Cut a long text behind a sentence, or else behind a word."""
    if len(text) <= _LENGTH:
        return text
    end = max(text.rfind(". ", 0, _LENGTH) + 1, text.rfind(" ", 0, _LENGTH - 2) if ". " not in text[200:_LENGTH] else 0)
    return f"{text[: end or _LENGTH]} …"
