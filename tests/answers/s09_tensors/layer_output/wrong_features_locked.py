# fails: test_untouched
# diagnosis: UNTOUCHED.locked
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    features.flags.writeable = False
    return keras.Model(model.inputs, model.layers[index].output)(features, training=False)
