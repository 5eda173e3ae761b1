# fails: test_networks, test_interpretable
# diagnosis: expect.CALL.no_return
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise ValueError(data)
    print("interpretable model" if interpretable else networks[data])
