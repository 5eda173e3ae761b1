# fails: test_networks
# diagnosis: REFUSED.one_way
# text stands in one of two conditions only
def choose_approach(data, interpretable):
    if interpretable and data in ("table", "image", "text"):
        return "interpretable model"
    if data == "table":
        return "dense network"
    if data == "image":
        return "convolutional network"
    raise ValueError(data)
