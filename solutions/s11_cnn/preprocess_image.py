"""Prepare a photograph for ResNet50.

Load the file at `path` and squeeze the whole picture, whatever its size, into 224 x 224 pixels: nothing is cut off and
nothing is added. Grey pictures, and those with an alpha channel (transparency, which is left out: the colours stay as
they are), with a palette or in CMYK, become RGB. ResNet50 expects pixels from 0 to 255, but with the channels in the
order blue, green, red and the mean of its training pictures taken off: keras.applications.resnet50.preprocess_input
does these two things to the pixels, and nothing else is to be scaled. Return a new batch of this one picture, floats
(of 32 bits or more) of shape (1, 224, 224, 3), channels last. Where there is no such file, let a FileNotFoundError come
out. The steps below are put together from notes that were never run, and use an old home of load_img and img_to_array,
which live in keras.utils now.

Read: kata book preprocess_image
"""

import keras
import numpy as np


def prepare_image(path: str) -> np.ndarray:
    """Return the photograph at `path` as ResNet50 reads it: a batch of one."""
    photograph = keras.utils.load_img(path, target_size=(224, 224))
    pixels = keras.utils.img_to_array(photograph)
    return keras.applications.resnet50.preprocess_input(pixels[np.newaxis])
