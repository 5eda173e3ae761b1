# fails: test_unknown
# diagnosis: OTHER.rest
def choose_approach(data, interpretable):
    if interpretable:
        return "interpretable model"
    if data == "table":
        return "dense network"
    elif data == "image":
        return "convolutional network"
    else:
        return "recurrent network"
