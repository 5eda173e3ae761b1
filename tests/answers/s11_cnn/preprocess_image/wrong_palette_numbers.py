# fails: test_other_files
# diagnosis: RGB.palette
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = Image.open(path)
    if img.mode == "P":
        img = Image.fromarray(np.array(img))
    batch = keras.utils.img_to_array(img.convert("RGB").resize((224, 224)))[None]
    return keras.applications.resnet50.preprocess_input(batch)
