# different: a chain of ifs, the question of interpretability first
def choose_approach(data, interpretable):
    if interpretable and data in ("table", "image", "text"):
        return "interpretable model"
    if data == "table":
        return "dense network"
    elif data == "image":
        return "convolutional network"
    elif data == "text":
        return "recurrent network"
    raise ValueError("unknown kind of data: " + data)
