# tries: to become 40 MB when it is unpacked, and to say that it is 10 bytes
# says: damaged
import struct
import zipfile


def hand_in(folder, solution):
    path = folder.parent.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("s03_binary_classification/sigmoid.py", b"#" * 40_000_000)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 40_000_000), struct.pack("<I", 10)))
