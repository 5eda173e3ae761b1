"""Reads the structure of a program: what is left of its text when names, constants and spelling are taken away.

Two programs that differ in names, comments, annotations, constants, the order of keyword arguments, or in a loop where
the other has a comprehension, have the same structure, or nearly. Names of libraries stay: nobody can change these.
Nothing is run.
"""

import ast

from keraskata.source.cell_text import has_cells, is_cells, split
from keraskata.source.own_names import Own
from keraskata.source.structure_tokens import Token, Written

MAX_TEXT = 60_000  # letters: the parser needs some 500 bytes for each
MAX_TOKENS = 5_000  # some thousand lines; people write less than three hundred tokens


class NoStructure(Exception):
    """A text has no structure that can be read; the message says why."""


def structure(text: str) -> list[Token]:
    """Return the structure of a Python file, or of the code cells that `as_text` joined, as tokens in their order.

    A cell that is not Python, such as one with a magic, is left out, if another one is. Raises NoStructure.
    """
    if len(text) > MAX_TEXT:
        raise NoStructure(f"longer than {MAX_TEXT} letters")
    found: list[tuple[int, ast.Module]] = []
    why = ""
    for before, source in split(text) if is_cells(text) or has_cells(text) else [(0, text)]:
        try:
            found.append((before, ast.parse(source)))
        except (SyntaxError, ValueError) as error:
            why = f"not Python ({getattr(error, 'msg', 'a sign that no text has')})"
        except (RecursionError, MemoryError):
            why = "too deeply nested"
    if not any(tree.body for _, tree in found) and why:
        raise NoStructure(why)
    own = Own(tree for _, tree in found)
    try:
        tokens = [token for before, tree in found for token in Written(own, before).of(tree)]
    except RecursionError:
        raise NoStructure("too deeply nested") from None
    if len(tokens) > MAX_TOKENS:
        raise NoStructure(f"longer than {MAX_TOKENS} tokens")
    return tokens
