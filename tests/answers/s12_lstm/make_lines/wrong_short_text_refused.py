# fails: test_white_space, test_too_short
# diagnosis: SHORT.raised
def make_lines(text: str, seq_len: int) -> list[str]:
    """Return every window of `seq_len` words in `text`, from the first to the last."""
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    if len(words) < seq_len:
        raise ValueError("the text is shorter than a window")
    return [" ".join(words[i : i + seq_len]) for i in range(len(words) - seq_len + 1)]
