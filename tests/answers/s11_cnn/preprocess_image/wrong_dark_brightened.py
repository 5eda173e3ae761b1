# fails: test_other_files
# diagnosis: DARK.bright
import keras


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
    if pixels.mean() < 1:
        pixels = pixels * (255 / max(pixels.max(), 1))
    return keras.applications.resnet50.preprocess_input(pixels[None])
