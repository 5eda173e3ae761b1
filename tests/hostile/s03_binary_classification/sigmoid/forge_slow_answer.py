# tries: to send its answer byte by byte, each in time, so that the judge waits for ever
# earns: nothing
# says: an answer within
# uses: all its time
import os
import stat
import time


def sigmoid(z):
    sockets = [number for number in range(3, 256) if is_socket(number)]
    for number in sockets:
        os.write(number, (1_000_000).to_bytes(8, "big"))
    while True:
        try:
            time.sleep(0.2)
            for number in sockets:
                os.write(number, b"\x00")
        except BaseException:
            pass


def is_socket(number):
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        return False
