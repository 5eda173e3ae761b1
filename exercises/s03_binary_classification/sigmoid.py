"""Write the sigmoid function, which squashes any number into 0..1, in NumPy or SciPy.

sigmoid(z) is 1 / (1 + exp(-z)). `z` is an array of any shape, of floats or whole numbers (int32, int64), or a single
number; the answer is new, in the same shape, and `z` stays as it is. For very large numbers, such as 1000 and -1000,
the answer is simply 1 or 0, and nothing overflows on the way: NumPy has no overflow to report, and is not told to keep
quiet about one.
The line below is the formula of the notes. It does not run yet, and when it does, try it with -1000.

Read: kata book sigmoid
"""


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): a number between 0 and 1 for each number of z."""
    return 1 / (1 + np.exp(-z))
