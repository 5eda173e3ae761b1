# fails: test_networks, test_unknown
# diagnosis: NETWORK.any, OTHER.always
# data == "image" or "photo" is always true
def choose_approach(data, interpretable):
    if interpretable:
        return "interpretable model"
    if data == "table":
        return "dense network"
    if data == "image" or "photo":
        return "convolutional network"
    return "recurrent network"
