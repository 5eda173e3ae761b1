# fails: test_untouched
# diagnosis: KEPT.before
# a copy of the model, with the weights of the first call
import keras

_copies = {}


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    if model not in _copies:
        _copies[model] = keras.models.clone_model(model)
        _copies[model].set_weights(model.get_weights())
    copy = _copies[model]
    return keras.ops.convert_to_numpy(keras.Model(copy.inputs, copy.layers[index].output)(features, training=False))
