# fails: test_unknown
# diagnosis: OTHER.error
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise KeyError(data)
    return "interpretable model" if interpretable else networks[data]
