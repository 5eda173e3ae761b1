# fails: test_seq_len
# diagnosis: expect.CALL.error_returned
def make_lines(text, seq_len):
    if seq_len < 2:
        return ValueError("seq_len must be at least 2")
    words = text.split()
    return [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
