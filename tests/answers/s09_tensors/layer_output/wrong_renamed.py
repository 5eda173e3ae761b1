# fails: test_untouched
# diagnosis: UNTOUCHED.renamed
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    model.layers[index].name = "asked"
    return keras.Function(model.inputs, model.layers[index].output)([features])
