"""Runs `kata` for `python -m keraskata`."""

from keraskata.cli import app

app()
