# fails: test_untouched
# diagnosis: UNTOUCHED.frozen
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    model.trainable = False
    return keras.Function(model.inputs, model.layers[index].output)([features])
