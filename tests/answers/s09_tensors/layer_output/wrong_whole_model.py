# fails: test_dense
# says: whole model
def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    return model.predict(features, verbose=0)
