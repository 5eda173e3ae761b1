"""How long things may take."""
