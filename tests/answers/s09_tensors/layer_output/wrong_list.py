# fails: test_dense
# diagnosis: ANSWER.list
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Function(model.inputs, [model.layers[index].output])
    return answer([features])
