# fails: test_too_short
# says: at least 2 and at most the number of words
def make_lines(text, seq_len):
    words = text.split()
    if seq_len < 2 or seq_len > len(words):
        raise ValueError("seq_len must be at least 2 and at most the number of words")
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
