# different: match over both questions at once
def choose_approach(data, interpretable):
    match (data, bool(interpretable)):
        case ("table" | "image" | "text", True):
            return "interpretable model"
        case ("table", _):
            kind = "dense"
        case ("image", _):
            kind = "convolutional"
        case ("text", _):
            kind = "recurrent"
        case _:
            raise ValueError(f"no rule for {data}")
    return f"{kind} network"
