# fails: test_seq_len
# diagnosis: ERROR.none
def make_lines(text, seq_len):
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
