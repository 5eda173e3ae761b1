# fails: test_networks
# diagnosis: NETWORK.today
def choose_approach(data, interpretable):
    match data, bool(interpretable):
        case "table" | "image" | "text", True:
            return "interpretable model"
        case "table", _:
            return "gradient boosted trees"
        case "image", _:
            return "convolutional network"
        case "text", _:
            return "recurrent network"
    raise ValueError(f"no rule for {data}")
