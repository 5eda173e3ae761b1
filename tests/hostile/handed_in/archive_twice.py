# tries: to be graded twice, and to keep the better grade
# says: handed in 2 times
import shutil
import zipfile


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    shutil.copy(solution, folder / "sigmoid.py")
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w") as archive:
        archive.write(solution, "s03_binary_classification/sigmoid.py")
