# fails: test_batch
# diagnosis: expect.CALL.no_return
import keras
import numpy as np
from keras.applications.resnet50 import preprocess_input
from keras.utils import img_to_array, load_img


def prepare_image(path):
    image = load_img(path, target_size=(224, 224))
    pixels = img_to_array(image)
    batch = np.expand_dims(pixels, axis=0)
    preprocess_input(batch)
