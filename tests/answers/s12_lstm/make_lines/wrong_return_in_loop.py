# fails: test_windows
# says: only the first window, inside the loop
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    lines = []
    for i in range(len(words) - seq_len + 1):
        lines.append(" ".join(words[i:i + seq_len]))
        return lines
    return lines
