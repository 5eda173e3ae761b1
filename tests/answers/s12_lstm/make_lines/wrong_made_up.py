# fails: test_list
# diagnosis: LIST.strange
def make_lines(text, seq_len):
    if seq_len < 2:
        raise ValueError("seq_len must be at least 2")
    n = len(text.split())
    return [" ".join(["word"] * seq_len) for i in range(n - seq_len + 1)]
