# fails: test_dense
# diagnosis: ANSWER.behind
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[min(index + 1, len(model.layers) - 1)].output)
    return answer(features)
