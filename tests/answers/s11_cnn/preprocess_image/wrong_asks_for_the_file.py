# fails: test_missing
# diagnosis: MISSING.asked
# nothing comes back where there is no such file
import os

import keras


def prepare_image(path):
    if not os.path.exists(path):
        return None
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None])
