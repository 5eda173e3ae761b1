# fails: test_values
# diagnosis: PIXELS.channels_first
import keras


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None], data_format="channels_first")
