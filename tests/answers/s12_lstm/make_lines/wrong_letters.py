# fails: test_windows
# diagnosis: WINDOWS.letters
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    return [text[i:i + seq_len] for i in range(len(text) - seq_len + 1)]
