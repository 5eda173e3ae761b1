# fails: test_size
# diagnosis: SIZE.otherwise
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = keras.utils.load_img(path)
    if img.width < 224 and img.height < 224:
        large = Image.new("RGB", (224, 224), img.getpixel((0, 0)))
        large.paste(img, (0, 0))
        img = large
    batch = keras.utils.img_to_array(img.resize((224, 224)))[None]
    return keras.applications.resnet50.preprocess_input(batch)
