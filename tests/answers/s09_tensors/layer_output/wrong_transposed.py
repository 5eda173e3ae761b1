# fails: test_dense
# diagnosis: ANSWER.transposed
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[index].output)
    return keras.ops.transpose(answer(features))
