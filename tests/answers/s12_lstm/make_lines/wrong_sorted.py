# fails: test_windows, test_alike
# diagnosis: WINDOWS.order
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    return sorted(" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1))
