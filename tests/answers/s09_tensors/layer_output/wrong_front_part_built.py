# fails: test_unbuilt
# diagnosis: BUILT.partly
# a new Sequential of the first layers
import keras


def layer_output(model, index, features):
    if isinstance(model, keras.Sequential):
        stop = len(model.layers) if index == -1 else index + 1
        return keras.Sequential([keras.Input(features.shape[1:]), *model.layers[:stop]])(features)
    return keras.Function([model.input], [model.layers[index].output])([features])[0]
