# fails: test_windows
# diagnosis: WINDOWS.side
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(0, len(words) - seq_len + 1, seq_len)]
