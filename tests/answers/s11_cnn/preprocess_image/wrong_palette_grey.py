# fails: test_other_files
# diagnosis: RGB.grey
import keras
from PIL import Image


def prepare_image(path):
    with Image.open(path) as picture:
        grey = picture.convert("L") if picture.mode == "P" else picture
        pixels = keras.utils.img_to_array(grey.convert("RGB").resize((224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None])
