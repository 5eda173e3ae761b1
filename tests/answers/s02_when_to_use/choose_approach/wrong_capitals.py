# fails: test_networks
# diagnosis: NETWORK.spelling
def choose_approach(data, interpretable):
    networks = {"table": "Dense network", "image": "Convolutional network", "text": "Recurrent network"}
    if data not in networks:
        raise ValueError(data)
    return "interpretable model" if interpretable else networks[data]
