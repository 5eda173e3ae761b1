# fails: test_networks, test_interpretable
# diagnosis: NETWORK.no_text, INTERPRETABLE.no_text
# a list of all that may be tried
def choose_approach(data, interpretable):
    networks = {"table": ["dense network"], "image": ["convolutional network"], "text": ["recurrent network"]}
    if data not in networks:
        raise ValueError(data)
    return ["interpretable model"] if interpretable else networks[data]
