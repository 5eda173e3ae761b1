# tries: to have 400 MB unpacked from twenty archives in one archive
# says: more than 200 MB
import io
import zipfile


def hand_in(folder, solution):
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_STORED) as file:
        file.writestr("sigmoid.bin", b"\0" * 19_900_000)
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.zip", large.getvalue())
