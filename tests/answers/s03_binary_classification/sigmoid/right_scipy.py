# different: SciPy has it ready
from scipy import special


def sigmoid(z):
    """The logistic function."""
    return special.expit(z)
