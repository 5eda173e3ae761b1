# different: asks whether the file is there, list of one picture, a Resizing layer
import os

import keras
import numpy as np


def prepare_image(path):
    if not os.path.exists(path):
        raise FileNotFoundError(f"there is no picture at {path}")
    whole = np.array([keras.utils.img_to_array(keras.utils.load_img(path))])
    small = keras.layers.Resizing(224, 224)(whole)
    return keras.applications.resnet50.preprocess_input(np.array(keras.ops.convert_to_numpy(small)))
