# fails: test_facts
# diagnosis: KEYS.config
def describe_layer(model, index):
    return model.layers[index].get_config()
