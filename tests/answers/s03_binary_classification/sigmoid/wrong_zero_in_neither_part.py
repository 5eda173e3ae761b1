# fails: test_values
# diagnosis: VALUES.zero
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    answer = np.zeros(z.shape)
    answer[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    e = np.exp(z[z < 0])
    answer[z < 0] = e / (1 + e)
    return answer
