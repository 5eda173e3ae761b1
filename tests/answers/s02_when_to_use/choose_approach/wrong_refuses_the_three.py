# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.upside_down
# the condition is the wrong way round
NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data, interpretable):
    if data in NETWORKS:
        raise ValueError(f"unknown: {data}")
    return "interpretable model" if interpretable else NETWORKS.get(data)
