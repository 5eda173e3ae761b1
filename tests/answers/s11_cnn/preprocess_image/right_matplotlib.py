# different: matplotlib reads the file, channels put right by hand
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image


def prepare_image(path):
    pixels = plt.imread(path)
    if pixels.dtype != np.uint8:
        pixels = np.round(pixels * 255).astype("uint8")
    if pixels.ndim == 2:
        pixels = np.dstack([pixels] * 3)
    elif Image.open(path).mode == "CMYK":
        pixels = np.array(Image.open(path).convert("RGB"))
    pixels = np.array(Image.fromarray(pixels[:, :, :3]).resize((224, 224)))
    blue_green_red = pixels[:, :, ::-1].astype("float32")
    return blue_green_red[np.newaxis] - np.float32([103.939, 116.779, 123.68])
