# fails: test_white_space
# diagnosis: WINDOWS.foreign
import re


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("two words at least")
    words = re.findall(r"[!-~]+", text)
    return [" ".join(words[place : place + seq_len]) for place in range(len(words) - seq_len + 1)]
