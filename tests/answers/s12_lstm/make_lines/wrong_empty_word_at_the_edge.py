# fails: test_white_space
# diagnosis: WINDOWS.edges
import re


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("too few words")
    words = re.split(r"\s+", text)
    return [" ".join(words[at : at + seq_len]) for at in range(len(words) - seq_len + 1)]
