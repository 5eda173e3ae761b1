# different: the mathematicians' convolution with a kernel that was turned round before; answers a tensor
import keras
from scipy.signal import fftconvolve


def convolve(image, kernel):
    return keras.ops.convert_to_tensor(fftconvolve(image.astype(float), kernel[::-1, ::-1].astype(float), "valid"))
