# tries: to fill the memory of whoever lists it: a million entries in an archive whose end says that there is one
# says: list of files is larger than 5 MB
import struct


def hand_in(folder, solution):
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    entries = entry * 1_000_000
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entries), 0, 0)
    folder.parent.with_suffix(".zip").write_bytes(entries + tail)
