# different: Pillow and NumPy by hand, turns the picture as its camera says, float64
import numpy as np
from PIL import Image, ImageOps

MEAN = [103.939, 116.779, 123.68]


def prepare_image(path):
    with Image.open(path) as file:
        picture = ImageOps.exif_transpose(file).convert("RGB").resize((224, 224), Image.Resampling.LANCZOS)
    rgb = np.asarray(picture, dtype=float)
    return np.stack([rgb[:, :, channel] - MEAN[2 - channel] for channel in (2, 1, 0)], axis=-1)[None]
