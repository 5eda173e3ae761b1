# fails: test_windows, test_too_short
# diagnosis: WINDOWS.longer
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words, size = text.split(), seq_len + 1
    return [" ".join(words[start : start + size]) for start in range(len(words) - size + 1)]
