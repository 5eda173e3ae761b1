# fails: test_seq_len
# diagnosis: ERROR.one
def make_lines(text, seq_len):
    if seq_len < 1:
        raise ValueError("seq_len must be at least 1")
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
