"""`kata`: one file for each command, named like it. Nothing else imports from here."""
