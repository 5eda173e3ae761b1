"""`kata`: one file per command, with the command's name. No other room imports from here."""

from keraskata.cli.main import app

__all__ = ["app"]
