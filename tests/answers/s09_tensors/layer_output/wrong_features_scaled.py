# fails: test_untouched
# diagnosis: expect.CALL.changed
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.ops.convert_to_numpy(keras.Model(model.inputs, model.layers[index].output)(features.copy()))
    features -= features.mean(axis=0)
    return answer
