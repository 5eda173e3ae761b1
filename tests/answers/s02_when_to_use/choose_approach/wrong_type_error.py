# fails: test_unknown
# diagnosis: OTHER.error
# another error than the one asked for
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise TypeError('unknown')
    return 'interpretable model' if interpretable else networks[data]
