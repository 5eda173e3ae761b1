# fails: test_seq_len
# says: ValueError, seq_len < 2
def make_lines(text, seq_len):
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
