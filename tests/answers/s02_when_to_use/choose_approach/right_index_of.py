# Right: the ValueError of list.index is the error.
def choose_approach(data: str, interpretable: bool) -> str:
    place = ["table", "image", "text"].index(data)
    return "interpretable model" if interpretable else ["dense", "convolutional", "recurrent"][place] + " network"
