# exp of minus logaddexp; underflow may go unreported, for it gives the right 0
import numpy


def sigmoid(z):
    with numpy.errstate(under="ignore"):
        return numpy.exp(-numpy.logaddexp(0.0, numpy.negative(z)))
