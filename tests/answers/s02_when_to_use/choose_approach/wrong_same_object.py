# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.identity
TABLE, IMAGE, TEXT = "table", "image", "text"


def choose_approach(data, interpretable):
    if data is TABLE:
        network = "dense network"
    elif data is IMAGE:
        network = "convolutional network"
    elif data is TEXT:
        network = "recurrent network"
    else:
        raise ValueError(data)
    return "interpretable model" if interpretable else network
