# tries: to hand in the reference solution by a hard link
# says: a hard link
import os


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    os.link(solution, folder / "sigmoid.py")
