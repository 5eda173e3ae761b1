# tries: to run out of the stack
# earns: nothing
# says: sigmoid
import sys

sys.setrecursionlimit(10**9)


def sigmoid(z):
    return [sigmoid(z)]
