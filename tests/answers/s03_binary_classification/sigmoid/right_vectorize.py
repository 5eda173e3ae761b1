# different: one number at a time with the math module
import math

import numpy


@numpy.vectorize
def sigmoid(number: float) -> float:
    if number < 0:
        e = math.exp(number)
        return e / (1 + e)
    return 1 / (1 + math.exp(-number))
