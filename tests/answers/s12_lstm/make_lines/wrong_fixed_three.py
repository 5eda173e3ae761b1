# fails: test_windows
# diagnosis: WINDOWS.fixed
# three words in each window, whatever seq_len says
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.split()
    return [" ".join(words[start : start + 3]) for start in range(len(words) - 2)]
