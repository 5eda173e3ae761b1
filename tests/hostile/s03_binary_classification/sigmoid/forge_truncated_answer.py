# tries: to announce an answer, to send half of it, and to be gone
# earns: nothing
# says: has ended
import os
import stat

import msgpack


def sigmoid(z):
    frame = msgpack.packb([False, b"\xc3", None, {}])
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.write(number, len(frame).to_bytes(8, "big") + frame[:-3])
        except OSError:
            pass
    os._exit(0)
