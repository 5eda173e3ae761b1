"""`python -m keraskata` is `kata`."""

from keraskata.cli import app

app()
