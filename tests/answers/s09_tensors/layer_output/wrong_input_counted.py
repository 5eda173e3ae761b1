# fails: test_dense
# diagnosis: ANSWER.input_counted
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, [*model.inputs, *[layer.output for layer in model.layers]][index])
    return answer(features)
