"""Runs the few git commands that the kit needs, if there is git; none of them asks for a password."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path


class GitFailed(Exception):
    """A git command failed; the message is git's own."""


def run(folder: Path, *command: str, feed: str = "", index: Path | None = None) -> str:
    """Run a git command in `folder` and return what it prints. Raises GitFailed, also if there is no git."""
    # Variables that another git has set, such as one that runs a hook, are about its own repository.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0"} | ({"GIT_INDEX_FILE": str(index)} if index else {})
    try:
        return subprocess.run(
            ["git", *command],
            cwd=folder,
            env=environment,
            input=feed.encode("utf-8", "surrogateescape"),
            capture_output=True,
            check=True,
        ).stdout.decode("utf-8", "surrogateescape")
    except subprocess.CalledProcessError as error:
        raise GitFailed(error.stderr.decode(errors="replace").strip() or f"git {command[0]} failed") from None
    except FileNotFoundError:
        raise GitFailed("git is not installed, or is not found: install it (git-scm.com), then try again.") from None
    except OSError as error:
        raise GitFailed(f"git cannot be run: {error}") from None


def content(folder: Path, blob: str) -> bytes:
    """Return the bytes of a blob. Raises GitFailed."""
    return run(folder, "cat-file", "blob", blob).encode("utf-8", "surrogateescape")


def versions(folder: Path, path: str) -> Iterator[bytes]:
    """Give the text that each commit has at `path`, seen from `folder`; nothing if there is no git."""
    try:
        logged = run(folder, "log", "--all", "--format=", "--raw", "--no-abbrev", "--no-renames", "-m", "--", path)
        blobs = [line.split()[3] for line in logged.splitlines() if line.startswith(":")]
        for blob in dict.fromkeys(blob for blob in blobs if blob.strip("0")):
            yield content(folder, blob)
    except GitFailed:
        return
