# tries: to call out over UDP, by a name's resolution, and by raw and netlink sockets
# earns: all
import socket

import numpy as np

for family, kind in (
    (socket.AF_INET, socket.SOCK_DGRAM),
    (socket.AF_INET6, socket.SOCK_DGRAM),
    (socket.AF_NETLINK, socket.SOCK_RAW),
    (socket.AF_PACKET, socket.SOCK_RAW),
    (socket.AF_INET, socket.SOCK_RAW),
):
    try:
        with socket.socket(family, kind) as made:
            print("GOT", made)
    except OSError:
        pass
try:
    print("GOT", socket.getaddrinfo("example.org", 80))
except OSError:
    pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
