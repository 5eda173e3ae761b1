# fails: test_networks, test_interpretable
# says: was not asked for, a network was chosen
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise ValueError(data)
    if not interpretable:
        return "interpretable model"
    return networks[data]
