# fails: test_networks
# diagnosis: NETWORK.tuple
def choose_approach(data, interpretable):
    if data not in ("table", "image", "text"):
        raise ValueError(data)
    answer = "interpretable model"
    if not interpretable:
        answer = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}[data],
    return answer
