# fails: test_dense
# diagnosis: ANSWER.uncalled
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return keras.Model(model.inputs, model.layers[index].output)
