# fails: test_other_files
# diagnosis: RGB.background
import keras
import numpy as np
from PIL import Image


def prepare_image(path):
    img = Image.open(path)
    if img.mode in ("RGBA", "LA"):
        white = Image.new("RGBA", img.size, "white")
        img = Image.alpha_composite(white, img.convert("RGBA"))
    img = img.convert("RGB").resize((224, 224))
    batch = np.expand_dims(keras.utils.img_to_array(img), axis=0)
    return keras.applications.resnet50.preprocess_input(batch)
