# fails: test_alike
# diagnosis: WINDOWS.index
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    words = text.split()
    lines = []
    for word in words[:len(words) - seq_len + 1]:
        start = words.index(word)
        lines.append(" ".join(words[start:start + seq_len]))
    return lines
