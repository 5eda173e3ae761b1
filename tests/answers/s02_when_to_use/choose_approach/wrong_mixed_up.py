# fails: test_networks
# diagnosis: NETWORK.mixed
def choose_approach(data, interpretable):
    if interpretable:
        return "interpretable model"
    if data == "table":
        return "dense network"
    if data == "image":
        return "recurrent network"
    if data == "text":
        return "convolutional network"
    raise ValueError(data)
