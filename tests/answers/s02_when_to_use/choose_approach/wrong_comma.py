# fails: test_interpretable
# diagnosis: INTERPRETABLE.tuple
# a comma makes a tuple
def choose_approach(data: str, interpretable: bool) -> str:
    if data not in ["table", "image", "text"]:
        raise ValueError(data)
    if interpretable:
        return ("interpretable model",)
    return {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}[data]
