# fails: test_interpretable
# diagnosis: INTERPRETABLE.network
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data in networks:
        return networks[data]
    raise ValueError(data)
