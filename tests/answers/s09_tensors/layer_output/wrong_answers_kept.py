# fails: test_untouched
# diagnosis: KEPT.before
import keras

_answers = {}


def layer_output(model, index, features):
    asked = (model, index, features.shape, features.tobytes())
    if asked not in _answers:
        if not model.built:
            model.build((None, *features.shape[1:]))
        part = keras.Model(model.inputs, model.layers[index].output)
        _answers[asked] = keras.ops.convert_to_numpy(part(features, training=False))
    return _answers[asked]
