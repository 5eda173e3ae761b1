# tries: to hand in a file of 8 GB that takes no room on the disk
# says: larger than 1 MB
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    with (folder / "sigmoid.py").open("wb") as file:
        file.truncate(8 * 10**9)
