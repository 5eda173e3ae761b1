# tries: to fill screen and table by files whose names are 60 kB long
# says: no notebook
import zipfile


def hand_in(folder, solution):
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w") as archive:
        for number in range(60):
            archive.writestr(f"sigmoid{number:0>60000}.ipynb", "{")
