# fails: test_unknown
# diagnosis: OTHER.caught
def choose_approach(data: str, interpretable: bool) -> str:
    answer = None
    try:
        if data == "table":
            answer = "dense network"
        elif data == "image":
            answer = "convolutional network"
        elif data == "text":
            answer = "recurrent network"
        else:
            raise ValueError("unknown kind of data: " + data)
        if interpretable:
            answer = "interpretable model"
    except ValueError as error:
        print("Error:", error)
    return answer
