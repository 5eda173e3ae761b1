"""Views of a Result: for the terminal, as HTML, and as JSON."""
