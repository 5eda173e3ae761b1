# fails: test_functional
# diagnosis: ANSWER.input_layer
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    real = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    return keras.Model(model.inputs, real[index].output)(features)
