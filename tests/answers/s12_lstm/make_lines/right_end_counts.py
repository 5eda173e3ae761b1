# different: the loop of the notes, over the ends of the windows
class TooShort(ValueError):
    pass


def make_lines(text, seq_len):
    if seq_len in (0, 1) or seq_len < 0:
        raise TooShort
    words = text.split()
    lines = []
    for i in range(seq_len, len(words) + 1):
        seq = words[i - seq_len:i]
        line = ' '.join(seq)
        lines.append(line)
    return lines
