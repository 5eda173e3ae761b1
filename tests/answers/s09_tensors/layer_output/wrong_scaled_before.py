# fails: test_dense
# diagnosis: ANSWER.scaled
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    return keras.Model(model.inputs, model.layers[index].output)(features)
