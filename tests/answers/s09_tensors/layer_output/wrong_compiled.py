# fails: test_untouched
# diagnosis: UNTOUCHED.compiled
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    model.compile(loss="mse")
    return keras.Function(model.inputs, model.layers[index].output)([features])
