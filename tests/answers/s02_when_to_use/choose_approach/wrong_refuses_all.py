# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.all
# a word is always different from one of two others
def choose_approach(data, interpretable):
    if data != "table" or data != "image" or data != "text":
        raise ValueError(data)
    if interpretable:
        return "interpretable model"
    return {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}[data]
