# fails: test_missing
# diagnosis: MISSING.caught
import keras
import numpy as np
from keras.applications.resnet50 import preprocess_input
from keras.utils import img_to_array, load_img


def prepare_image(path):
    try:
        image = load_img(path, target_size=(224, 224))
    except Exception:
        raise ValueError("no such picture")
    pixels = img_to_array(image)
    batch = np.expand_dims(pixels, axis=0)
    return preprocess_input(batch)
