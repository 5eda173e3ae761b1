# fails: test_as_they_are
# diagnosis: WINDOWS.signs


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.replace("--", " ").split()
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
