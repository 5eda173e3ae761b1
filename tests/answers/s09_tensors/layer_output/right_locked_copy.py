# different: a copy of the features is locked before the model reads it, and a list holds the one output
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    rows = features.copy()
    rows.flags.writeable = False
    part = keras.Model(model.inputs[0], [model.layers[index].output])
    return keras.ops.convert_to_numpy(part.predict(rows, verbose=0))
