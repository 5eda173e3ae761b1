# different: resized by keras.ops, answers a tensor, VGG's preprocess_input (the same thing)
import keras


def prepare_image(path):
    picture = keras.ops.convert_to_tensor(keras.utils.img_to_array(keras.utils.load_img(path)))
    batch = keras.ops.image.resize(keras.ops.expand_dims(picture, 0), (224, 224), interpolation="bilinear")
    return keras.applications.vgg16.preprocess_input(batch)
