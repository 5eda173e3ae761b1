# fails: test_networks
# diagnosis: NETWORK.today
# what most people take today, and not the rule of the notes
def choose_approach(data: str, interpretable: bool) -> str:
    networks = {"table": "dense network", "image": "convolutional network", "text": "pretrained Transformer"}
    if data not in networks:
        raise ValueError(data)
    return "interpretable model" if interpretable else networks[data]
