# fails: test_seq_len
# diagnosis: ERROR.negative
# only 0 and 1 are refused
def make_lines(text, seq_len):
    if seq_len in (0, 1):
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.split()
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
