# fails: test_list, test_seq_len
# diagnosis: LIST.unread, ERROR.none
def make_lines(text, seq_len):
    words = text.split()
    return (" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1))
