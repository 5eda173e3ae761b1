# fails: test_dense
# diagnosis: ANSWER.new
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    copy = keras.models.clone_model(model)
    return keras.Model(copy.inputs, copy.layers[index].output)(features)
