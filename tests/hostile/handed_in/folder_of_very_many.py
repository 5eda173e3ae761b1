# tries: to keep whoever looks into a folder busy: a hundred and twenty thousand files
# says: more than 100000 files
import os


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "0").touch()
    for number in range(1, 120_000):
        if number % 50_000 == 0:  # a file has so many names at most
            (folder / f"{number}").touch()
        else:
            os.link(folder / f"{number // 50_000 * 50_000}", folder / f"{number}")
