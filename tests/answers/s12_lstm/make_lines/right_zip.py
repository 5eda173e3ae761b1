# different: shifted copies of the words, zipped
def make_lines(text, seq_len):
    if seq_len <= 1:
        raise ValueError("seq_len")
    words = text.split()
    return [" ".join(window) for window in zip(*(words[i:] for i in range(seq_len)))]
