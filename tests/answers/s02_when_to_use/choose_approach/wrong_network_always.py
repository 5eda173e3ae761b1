# fails: test_interpretable
# says: a network was chosen, ask about it first
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data in networks:
        return networks[data]
    raise ValueError(data)
