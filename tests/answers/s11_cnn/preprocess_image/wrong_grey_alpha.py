# fails: test_other_files
# diagnosis: RGB.palette
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    pixels = np.array(Image.open(path).resize((224, 224)), "float32")
    if pixels.ndim == 2:
        pixels = np.stack([pixels] * 3, axis=-1)
    if pixels.shape[-1] == 2:
        pixels = np.concatenate([pixels, pixels[..., :1]], axis=-1)
    if Image.open(path).mode == "CMYK":
        pixels = np.array(Image.open(path).convert("RGB").resize((224, 224)), "float32")
    return keras.applications.resnet50.preprocess_input(pixels[None, ..., :3])
