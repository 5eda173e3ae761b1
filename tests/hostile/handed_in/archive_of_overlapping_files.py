# tries: to have 6 GB unpacked from 20 kB: three hundred entries that all lead to the same packed notebook
# says: overlap
import io
import struct
import zipfile


def hand_in(folder, solution):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.ipynb", " " * 19_000_000)
    content = packed.getvalue()
    start, end = content.index(b"PK\1\2"), content.index(b"PK\5\6")
    entries = content[start:end] * 300
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 300, 300, len(entries), start, 0)
    folder.parent.with_suffix(".zip").write_bytes(content[:start] + entries + tail)
