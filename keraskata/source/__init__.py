"""What an exercise's file says: the text of a Python file, or the code cells of a notebook as one text."""
