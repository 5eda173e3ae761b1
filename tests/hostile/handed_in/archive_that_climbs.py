# tries: to unpack files outside the folder for them
# says:
import zipfile


def hand_in(folder, solution):
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w") as archive:
        for outside in ("../../../", "/tmp/", "C:\\", "../solutions/"):
            archive.writestr(f"{outside}s03_binary_classification/sigmoid.py", "sigmoid = None\n")
        archive.writestr("../kata-was-here", "x")
