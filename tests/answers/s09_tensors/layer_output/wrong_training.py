# fails: test_inference
# diagnosis: ANSWER.dropout
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[index].output)
    return answer(features, training=True)
