# fails: test_seq_len
# diagnosis: ERROR.late
def make_lines(text, seq_len):
    words = text.split()
    if len(words) < seq_len or not words:
        return []
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
