# fails: test_too_short, test_white_space
# diagnosis: WINDOWS.refused


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("two words at least")
    words = text.split()
    if len(words) <= seq_len:
        return []
    return [" ".join(words[place : place + seq_len]) for place in range(len(words) - seq_len + 1)]
