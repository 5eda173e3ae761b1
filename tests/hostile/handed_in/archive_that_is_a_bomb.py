# tries: to become 4 GB when it is unpacked
# says: larger than 1 MB
import zipfile


def hand_in(folder, solution):
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("s03_binary_classification/sigmoid.py", "w", force_zip64=True) as file:
            for _ in range(50):
                file.write(b"#" * 2**22)
