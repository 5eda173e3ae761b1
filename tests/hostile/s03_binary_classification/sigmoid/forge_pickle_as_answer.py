# tries: to send a bare pickle, should anybody load one
# earns: nothing
# says: cannot be read
import os
import pickle

from keraskata.boundary import codec


class Program:
    def __reduce__(self):
        return os.system, ("touch /tmp/kata-was-here $HOME/kata-was-here",)


codec.encode = lambda value, keep=None: pickle.dumps(Program())


def sigmoid(z):
    return z * 0.0
