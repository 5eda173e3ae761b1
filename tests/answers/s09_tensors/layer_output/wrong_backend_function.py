# fails: test_dense
# says: keras.backend, no attribute, function
from keras import backend as K


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = K.function(model.inputs, [model.layers[index].output])
    return answer([features])[0]
