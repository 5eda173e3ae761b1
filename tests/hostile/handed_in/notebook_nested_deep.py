# tries: to bring the reader down by JSON that is nested nineteen million deep
# says: no notebook
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "sigmoid.ipynb").write_text('{"cells": ' + "[" * 19_000_000)
