def count(text: str) -> int:
    print("counting")
    return len(text.split(" "))
