"""`kata`: one file for each command, named like it. Nothing else imports from here."""

from keraskata.cli.main import app

__all__ = ["app"]
