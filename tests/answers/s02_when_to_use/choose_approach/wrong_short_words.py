# fails: test_networks, test_interpretable
# diagnosis: NETWORK.short, INTERPRETABLE.short
# half of each answer
def choose_approach(data, interpretable):
    networks = {"table": "dense", "image": "convolutional", "text": "recurrent"}
    if data not in networks:
        raise ValueError(data)
    return "interpretable" if interpretable else networks[data]
