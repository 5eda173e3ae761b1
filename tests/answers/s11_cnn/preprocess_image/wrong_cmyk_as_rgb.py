# fails: test_other_files
# diagnosis: RGB.cmyk
import keras
import numpy as np
from PIL import Image


def prepare_image(path: str) -> np.ndarray:
    """Return the photograph at `path` as ResNet50 reads it: a batch of one."""
    picture = Image.open(path)
    if picture.mode != "CMYK":
        picture = picture.convert("RGB")
    pixels = np.asarray(picture.resize((224, 224)), "float32")[:, :, :3]
    return keras.applications.resnet50.preprocess_input(pixels[np.newaxis].copy())
