# fails: test_dense
# diagnosis: ANSWER.kernel
def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return model.layers[index].get_weights()[0]
