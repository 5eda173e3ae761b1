# fails: test_values
# diagnosis: PIXELS.turned_before
import keras
import numpy as np


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    return keras.applications.resnet50.preprocess_input(np.array([pixels[..., ::-1]]))
