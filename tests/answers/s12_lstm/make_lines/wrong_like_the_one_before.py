# fails: test_alike, test_white_space
# diagnosis: WINDOWS.neighbours
from itertools import groupby


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("too few words")
    words = text.split()
    windows = [" ".join(words[at : at + seq_len]) for at in range(len(words) - seq_len + 1)]
    return [window for window, _ in groupby(windows)]
