# fails: test_batch
# diagnosis: DTYPE.half
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None]).astype("float16")
