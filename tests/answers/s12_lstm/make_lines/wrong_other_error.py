# fails: test_seq_len
# diagnosis: ERROR.asserted
def make_lines(text, seq_len):
    assert seq_len >= 2, "seq_len must be at least 2"
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
