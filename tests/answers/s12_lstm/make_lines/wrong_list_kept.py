# fails: test_windows, test_alike, test_white_space, test_as_they_are, test_too_short
# diagnosis: WINDOWS.kept
def make_lines(text, seq_len, lines=[]):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    for start in range(len(words) - seq_len + 1):
        lines.append(" ".join(words[start : start + seq_len]))
    return lines
