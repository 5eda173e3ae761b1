# fails: test_unbuilt, test_untouched
# diagnosis: UNTOUCHED.popped
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    place = range(len(model.layers))[index]
    if not isinstance(model, keras.Sequential):
        return keras.Model(model.inputs, model.layers[place].output)(features)
    while len(model.layers) > place + 1:
        model.pop()
    return model(features)
