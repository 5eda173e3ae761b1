# fails: test_values
# diagnosis: PIXELS.densenet
import keras
import numpy as np
from keras.applications.densenet import preprocess_input
from keras.utils import img_to_array, load_img


def prepare_image(path):
    image = load_img(path, target_size=(224, 224))
    pixels = img_to_array(image)
    batch = np.expand_dims(pixels, axis=0)
    return preprocess_input(batch)
