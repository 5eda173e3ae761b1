# fails: test_list
# diagnosis: LIST.turned
# the words of a window stand in the opposite order
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.split()
    return [" ".join(words[start : start + seq_len][::-1]) for start in range(len(words) - seq_len + 1)]
