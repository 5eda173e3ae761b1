# fails: test_interpretable
# diagnosis: INTERPRETABLE.network
def choose_approach(data, interpretable):
    if data == "table":
        return "interpretable model" if interpretable else "dense network"
    if data == "image":
        return "convolutional network"
    if data == "text":
        return "recurrent network"
    raise ValueError(data)
