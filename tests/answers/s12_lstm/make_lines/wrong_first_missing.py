# fails: test_windows
# diagnosis: WINDOWS.first
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(1, len(words) - seq_len + 1)]
