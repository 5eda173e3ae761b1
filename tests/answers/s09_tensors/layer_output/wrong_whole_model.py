# fails: test_dense
# diagnosis: ANSWER.whole
def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return model.predict(features, verbose=0)
