# fails: test_dense
# says: call
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return keras.Model(model.inputs, model.layers[index].output)
