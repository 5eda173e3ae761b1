# fails: test_windows
# diagnosis: WINDOWS.strange
# each word begins with a capital
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.title().split()
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
