# fails: test_list
# diagnosis: expect.CALL.no_return
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    for i in range(len(words) - seq_len + 1):
        print(" ".join(words[i:i + seq_len]))
