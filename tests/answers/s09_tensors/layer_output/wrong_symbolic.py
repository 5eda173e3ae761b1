# fails: test_dense
# diagnosis: ANSWER.symbolic
def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return model.layers[index].output
