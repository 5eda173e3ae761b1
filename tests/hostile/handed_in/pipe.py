# tries: to have whoever reads it wait for ever, at a pipe
# says: not an ordinary file
import os


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    os.mkfifo(folder / "sigmoid.py")
