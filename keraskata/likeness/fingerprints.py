"""Fingerprints of a program's structure: hashes of a few tokens in a row, of which winnowing keeps some.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003, which MOSS uses:
of each window of hashes the smallest is kept. So two programs that have GUARANTEED tokens in a row in common have a
fingerprint in common.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from keraskata.source.structure_tokens import Token

TOKENS = 6  # in a row; what fewer make is in everybody's program (measured: tests/likeness_class.py)
WINDOW = 2  # hashes
GUARANTEED = TOKENS + WINDOW - 1


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A hash, and the first and last line on which its tokens stand."""

    hash: int
    first: int
    last: int


def all_of(tokens: Sequence[Token]) -> list[Fingerprint]:
    """Return the hash of each TOKENS tokens in a row."""
    return [_of(tokens[at : at + TOKENS]) for at in range(len(tokens) - TOKENS + 1)]


def winnowed(found: Sequence[Fingerprint]) -> list[Fingerprint]:
    """Return the smallest of each WINDOW in a row, each place once; of fewer the smallest of all."""
    windows = [found[at : at + WINDOW] for at in range(max(len(found) - WINDOW + 1, min(len(found), 1)))]
    least = [min(window, key=lambda each: each.hash) for window in windows]
    return list({id(each): each for each in least}.values())


def _of(tokens: Sequence[Token]) -> Fingerprint:
    text = "\n".join(token for token, _ in tokens).encode("utf-8", "replace")
    lines = [line for _, line in tokens]
    return Fingerprint(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest()), min(lines), max(lines))
