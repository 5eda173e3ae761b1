"""Cut a text into windows of words: the examples that a language model learns from.

The words are what stands between white space (spaces, line breaks, tabs); capitals and punctuation stay as they are.
A window is `seq_len` words in a row. The first begins with the first word of the text, each further one a word later,
and the last ends with the last word. Return them in this order, also where two are alike, as a list of texts: the words
of a window, joined by one space. A text of fewer than `seq_len` words has no window, so the list is empty. A window
needs words to see and one to predict: for a `seq_len` below 2 raise a ValueError. Python cannot read the stub yet,
and then it still loses a window.

Read: kata book make_lines
"""


def make_lines(text: str, seq_len: int) -> list[str]:
    """Return every window of `seq_len` words in `text`, from the first to the last."""
    if seq_len < 2:
        raise ValueError(f"seq_len must be at least 2, not {seq_len}")
    words = text.split()
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
