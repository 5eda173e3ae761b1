# fails: test_other_files
# diagnosis: RGB.cmyk
# Whatever has four channels loses the last, as if it were alpha.
import keras
import numpy as np
from PIL import Image


def prepare_image(path: str) -> np.ndarray:
    """Return the photograph at `path` as ResNet50 reads it: a batch of one."""
    with Image.open(path) as picture:
        if picture.mode in ("P", "L", "LA"):
            picture = picture.convert("RGB")
        red, green, blue = picture.split()[:3]
    picture = Image.merge("RGB", [Image.fromarray(np.array(each)) for each in (red, green, blue)])
    pixels = np.array(picture.resize((224, 224)), dtype="float32")
    return keras.applications.resnet50.preprocess_input(pixels[None])
