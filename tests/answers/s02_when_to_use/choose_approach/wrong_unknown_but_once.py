# fails: test_unknown
# diagnosis: OTHER.kept
# a kind that was refused once is known from then on
networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data, interpretable):
    if data not in networks:
        networks[data] = "recurrent network"
        raise ValueError(data)
    return "interpretable model" if interpretable else networks[data]
