# fails: test_facts
# says: keys, get_config
def describe_layer(model, index):
    return model.layers[index].get_config()
