# fails: test_dense
# diagnosis: ANSWER.alone
def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return model.layers[index](features)
