# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.other_word
# KeyError, and the keys have capitals
KINDS = {"Table": "dense", "Image": "convolutional", "Text": "recurrent"}


def choose_approach(data, interpretable):
    network = KINDS[data] + " network"
    return "interpretable model" if interpretable else network
