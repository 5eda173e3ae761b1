# fails: test_negative
# diagnosis: expect.CALL.no_return
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    for place, layer in enumerate(model.layers):
        if place == index:
            return keras.Model(model.inputs, layer.output)(features)
