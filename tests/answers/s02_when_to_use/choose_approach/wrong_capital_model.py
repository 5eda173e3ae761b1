# fails: test_interpretable
# diagnosis: INTERPRETABLE.spelling
# a capital letter
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise ValueError(data)
    return "Interpretable model" if interpretable else networks[data]
