# different: a new Sequential of the very same layers behind an input of its own; a tensor comes back
import keras


def layer_output(model, index, features):
    if not model.built:
        model(features[:1])
    if isinstance(model, keras.Sequential):
        stop = len(model.layers) if index == -1 else index + 1
        part = keras.Sequential([keras.Input(features.shape[1:]), *model.layers[:stop]])
        return part(features)
    return keras.Function([model.input], [model.layers[index].output])([features])[0]
