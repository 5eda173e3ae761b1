# fails: test_functional
# says: inputs, empty
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Function(model.layers[0].input, [model.layers[index].output])
    return answer(features)[0]
