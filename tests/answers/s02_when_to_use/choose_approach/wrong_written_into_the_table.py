# fails: test_networks
# diagnosis: NETWORK.kept
# an answer is written over the network, for all later calls
NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data: str, interpretable: bool) -> str:
    if data not in NETWORKS:
        raise ValueError(data)
    if interpretable:
        NETWORKS[data] = "interpretable model"
    return NETWORKS[data]
