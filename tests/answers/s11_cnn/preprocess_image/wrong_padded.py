# fails: test_size
# diagnosis: SIZE.padded
import keras
from PIL import ImageOps
import numpy as np
from keras.applications.resnet50 import preprocess_input
from keras.utils import img_to_array, load_img


def prepare_image(path):
    image = ImageOps.pad(load_img(path), (224, 224))
    pixels = img_to_array(image)
    batch = np.expand_dims(pixels, axis=0)
    return preprocess_input(batch)
