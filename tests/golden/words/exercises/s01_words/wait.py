def wait(seconds: float) -> str:
    while seconds < 1:
        pass
    return "done"
