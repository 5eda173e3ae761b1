# fails: test_windows
# diagnosis: WINDOWS.prefix
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("at least two words")
    some = text.split()[:1000]
    return [" ".join(some[first : first + seq_len]) for first in range(len(some) - seq_len + 1)]
