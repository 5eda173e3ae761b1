# Pillow alone, resized smoothly before the mode is changed; the mean by hand, float64
import numpy as np
from PIL import Image

MEAN = (103.939, 116.779, 123.68)


def prepare_image(path):
    with Image.open(path) as file:
        picture = file.convert("RGB").resize((224, 224), Image.Resampling.LANCZOS)
    red, green, blue = np.moveaxis(np.asarray(picture, dtype=float), -1, 0)
    return np.stack([channel - mean for channel, mean in zip((blue, green, red), MEAN)], axis=-1)[np.newaxis]
