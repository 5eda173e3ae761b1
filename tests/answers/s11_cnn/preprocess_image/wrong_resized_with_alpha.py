# fails: test_other_files
# diagnosis: LARGE.resized_first
# The picture is resized with its alpha channel, which spoils the colours of transparent pixels.
import keras
import numpy as np
from PIL import Image


def prepare_image(path: str):
    image = Image.open(path).resize((224, 224), Image.Resampling.BILINEAR).convert("RGB")
    batch = np.asarray(image, dtype="float32")[None].copy()
    return keras.applications.resnet50.preprocess_input(batch)
