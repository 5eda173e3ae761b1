"""What varies from student to student, as a grader reads it."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from keraskata.expect.basics import GraderError
from keraskata.variants import Value

values: ContextVar[Mapping[str, Value]] = ContextVar("values")  # of the variant for which a grader is imported


def varied(name: str) -> Any:
    """Return the value that the curriculum gives to this name in the variant at hand; to be asked at a grader's top.

    A grader is imported once for each variant. Raises GraderError where the exercise has no such name.
    """
    known = values.get({})
    if name not in known:
        raise GraderError(f"nothing called {name!r} varies here: declare it in the curriculum, and read it at the top")
    return known[name]
