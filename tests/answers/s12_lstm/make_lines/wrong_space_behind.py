# fails: test_windows
# diagnosis: WINDOWS.around
# a space is added behind each word, the last one, too
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.split()
    lines = []
    for start in range(len(words) - seq_len + 1):
        line = ""
        for word in words[start : start + seq_len]:
            line += word + " "
        lines.append(line)
    return lines
