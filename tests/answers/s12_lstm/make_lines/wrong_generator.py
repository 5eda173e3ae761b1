# fails: test_list, test_seq_len
# diagnosis: LIST.unread, ERROR.unread
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("a window has at least two words")
    words = text.split()
    for start in range(len(words) - seq_len + 1):
        yield " ".join(words[start : start + seq_len])
