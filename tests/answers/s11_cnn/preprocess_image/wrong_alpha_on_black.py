# fails: test_other_files
# diagnosis: RGB.background
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = Image.open(path)
    if "A" in img.getbands():
        black = Image.new("RGBA", img.size, (0, 0, 0, 255))
        img = Image.alpha_composite(black, img.convert("RGBA"))
    pixels = keras.utils.img_to_array(img.convert("RGB").resize((224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None])
