# fails: test_size
# diagnosis: SIZE.middle
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = keras.utils.load_img(path)
    side = min(img.size)
    if max(img.size) < 2 * side:
        left, upper = (img.width - side) // 2, (img.height - side) // 2
        img = img.crop((left, upper, left + side, upper + side))
    batch = keras.utils.img_to_array(img.resize((224, 224)))[None]
    return keras.applications.resnet50.preprocess_input(batch)
