# fails: test_interpretable
# diagnosis: INTERPRETABLE.kept
# the first answer for a kind of data is that of all later ones, whatever interpretable is
def choose_approach(data, interpretable, answers={}):
    if data not in ("table", "image", "text"):
        raise ValueError(data)
    network = {"table": "dense", "image": "convolutional", "text": "recurrent"}[data] + " network"
    return answers.setdefault(data, "interpretable model" if interpretable else network)
