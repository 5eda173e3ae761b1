# fails: test_unknown
# diagnosis: OTHER.near
def choose_approach(data: str, interpretable: bool) -> str:
    kinds = {"tab": "dense network", "ima": "convolutional network", "tex": "recurrent network"}
    if data[:3] not in kinds:
        raise ValueError(f"unknown kind of data: {data}")
    return "interpretable model" if interpretable else kinds[data[:3]]
