# fails: test_other_files
# diagnosis: BATCH.four
import keras
from PIL import Image
import numpy as np
from keras.applications.resnet50 import preprocess_input
from keras.utils import img_to_array, load_img


def prepare_image(path):
    image = Image.open(path).resize((224, 224))
    if image.mode == "L":
        image = image.convert("RGB")
    pixels = img_to_array(image)
    batch = np.expand_dims(pixels, axis=0)
    return preprocess_input(batch)
