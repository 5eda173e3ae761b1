# fails: test_windows, test_too_short
# diagnosis: WINDOWS.last, WINDOWS.exact
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    lines = []
    for end in range(seq_len, len(words)):
        lines.append(" ".join(words[end - seq_len : end]))
    return lines
