# fails: test_networks, test_interpretable
# diagnosis: NETWORK.otherwise, INTERPRETABLE.otherwise
# words of its own
def choose_approach(data, interpretable):
    networks = {"table": "MLP", "image": "CNN", "text": "RNN"}
    if data not in networks:
        raise ValueError(data)
    return "tree" if interpretable else networks[data]
