"""Reads grader files: their modules, the names of their checks, and their measured thresholds."""

import ast
import importlib.util
import sys
import tomllib
import traceback
from functools import cache as memoised
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from keraskata.curriculum import Exercise
from keraskata.printable import MAX_PROBLEM, said


def names(grader: Path) -> list[str]:
    """Read the names of a grader's checks from its text, without running it. Raises CollectError if that fails."""
    try:
        body = ast.parse(grader.read_bytes()).body
    except (OSError, ValueError, SyntaxError) as error:
        raise pytest.Collector.CollectError(f"{grader} cannot be read: {error}") from None
    return [node.name for node in body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


@memoised
def module(path: Path, exercise: Exercise) -> ModuleType:
    """Import a grader, once for each variant of its exercise, and let its tables of mistakes know their names.

    Raises CollectError if there is none, or if it cannot be imported: with its file, the line and the error.
    """
    from keraskata.expect import varying  # the graders import it, and a run that grades nothing need not
    from keraskata.expect.mistakes import take_names

    name = f"graders.{exercise.section}.test_{exercise.name}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise pytest.Collector.CollectError(f"{exercise.id} has no grader: {path} is missing")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    token = varying.values.set(exercise.values)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise pytest.Collector.CollectError(f"{path}{_told(error, path)}") from None
    finally:
        varying.values.reset(token)
    take_names(vars(module))
    return module


def _told(error: Exception, path: Path) -> str:
    """Return an error with the last line of the file at `path` that it came from, if there is one."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    if isinstance(error, SyntaxError) and error.filename == str(path):
        lines.append(error.lineno)
        error = SyntaxError(error.msg)  # which says no more of the place
    return (f", line {lines[-1]}: " if lines and lines[-1] else ": ") + said(error, MAX_PROBLEM)


@memoised
def calibration(root: Path) -> dict[str, dict[str, Any]]:
    """Return what `kata calibrate` measured for each exercise: a threshold per quantity, a band per curve."""
    file = root / "graders" / "calibration.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
