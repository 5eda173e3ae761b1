# fails: test_unknown
# diagnosis: OTHER.near
def choose_approach(data, interpretable):
    if data not in "table, image, text":
        raise ValueError("unknown data")
    if interpretable:
        return "interpretable model"
    if data in "table":
        return "dense network"
    return "convolutional network" if data in "image" else "recurrent network"
