# fails: test_alike, test_too_short
# diagnosis: WINDOWS.kept
# the windows of a length are made once, whatever the text
KNOWN = {}


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    if seq_len not in KNOWN:
        words = text.split()
        KNOWN[seq_len] = [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
    return KNOWN[seq_len]
