# fails: test_list, test_seq_len
# says: a file that Python can read, line 6, wor ds = text.split
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    wor ds = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
