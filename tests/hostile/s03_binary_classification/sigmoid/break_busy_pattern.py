# tries: to hang in a regular expression
# earns: nothing
# says: an answer within
# uses: all its time
import re


def sigmoid(z):
    return re.match(r"(a|aa|a?)+$", "a" * 60 + "b")
