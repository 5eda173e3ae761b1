# fails: test_networks, test_interpretable
# diagnosis: REFUSED.otherwise
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network"}
    if data not in networks:
        raise ValueError(data)
    return "interpretable model" if interpretable else networks[data]
