"""`python -m keraskata` is `kata`."""

from keraskata.cli.main import app

app()
