# fails: test_unknown
# diagnosis: OTHER.always
def choose_approach(data, interpretable):
    if data == "table":
        network = "dense network"
    elif data == "image":
        network = "convolutional network"
    elif data == "text" or "words":
        network = "recurrent network"
    else:
        raise ValueError(data)
    return "interpretable model" if interpretable else network
