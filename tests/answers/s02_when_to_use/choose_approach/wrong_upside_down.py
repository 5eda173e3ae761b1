# fails: test_networks, test_interpretable
# diagnosis: NETWORK.interpretable, INTERPRETABLE.network
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise ValueError(data)
    if not interpretable:
        return "interpretable model"
    return networks[data]
