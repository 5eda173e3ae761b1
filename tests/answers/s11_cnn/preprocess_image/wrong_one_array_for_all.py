# fails: test_values
# diagnosis: EARLIER.written
import keras
import numpy as np

batch = np.zeros((1, 224, 224, 3), "float32")


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    batch[0] = keras.applications.resnet50.preprocess_input(pixels)
    return batch
