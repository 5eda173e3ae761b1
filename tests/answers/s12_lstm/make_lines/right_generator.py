# different: a generator inside, and slices that are too short left out
def windows(words, size):
    for start in range(len(words)):
        piece = words[start:start + size]
        if len(piece) == size:
            yield str.join(" ", piece)


def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError(seq_len)
    return list(windows(text.split(), seq_len))
