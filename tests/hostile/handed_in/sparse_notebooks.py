# tries: to have 6 GB read that take no room on the disk: three hundred notebooks
# says: more than 200 MB
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    for number in range(300):
        with (folder / f"{number}.ipynb").open("wb") as file:
            file.truncate(19_500_000)
