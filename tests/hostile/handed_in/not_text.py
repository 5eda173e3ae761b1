# tries: to hand in what is no text at all
# says:
import random


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "sigmoid.py").write_bytes(random.Random(0).randbytes(10_000))
