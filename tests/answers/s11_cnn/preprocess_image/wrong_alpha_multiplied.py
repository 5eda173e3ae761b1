# fails: test_other_files
# diagnosis: RGB.background
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = Image.open(path)
    if img.mode == "RGBA":
        pixels = np.array(img, float)
        img = Image.fromarray(np.uint8(pixels[..., :3] * pixels[..., 3:] / 255))
    batch = keras.utils.img_to_array(img.convert("RGB").resize((224, 224)))[None]
    return keras.applications.resnet50.preprocess_input(batch)
