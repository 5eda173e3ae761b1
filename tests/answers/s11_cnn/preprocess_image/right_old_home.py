# different: the functions at their old place, as the notes have them, and one name for everything
import keras
import numpy as np


def prepare_image(path):
    img = keras.preprocessing.image.load_img(path, target_size=(224, 224), interpolation="bilinear")
    img = keras.preprocessing.image.img_to_array(img)
    img = img.reshape((1,) + img.shape)
    return keras.applications.imagenet_utils.preprocess_input(img, mode="caffe")
