# fails: test_size
# diagnosis: SIZE.turned
# what is taller than wide is laid on its side
import keras


def prepare_image(path):
    photograph = keras.utils.load_img(path)
    if photograph.height > photograph.width:
        photograph = photograph.rotate(90, expand=True)
    pixels = keras.utils.img_to_array(photograph.resize((224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None])
