# fails: test_networks, test_interpretable, test_unknown
# diagnosis: REFUSED.other_word, OTHER.near
# the kind is called image
def choose_approach(data: str, interpretable: bool) -> str:
    networks = {"table": "dense network", "images": "convolutional network", "text": "recurrent network"}
    if data not in networks:
        raise ValueError(data)
    if interpretable:
        return "interpretable model"
    return networks[data]
