# fails: test_dense
# diagnosis: ANSWER.before
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[index].input)
    return answer(features)
