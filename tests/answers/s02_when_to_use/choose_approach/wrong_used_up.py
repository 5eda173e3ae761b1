# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.kept
# a network is taken out of the dict
NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data, interpretable):
    if data not in NETWORKS:
        raise ValueError(data)
    return "interpretable model" if interpretable else NETWORKS.pop(data)
