# fails: test_unknown
# diagnosis: OTHER.lookup
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    return "interpretable model" if interpretable else networks[data]
