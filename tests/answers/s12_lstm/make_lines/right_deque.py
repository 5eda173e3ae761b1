# different: a queue that forgets its oldest word, and a regular expression
import re
from collections import deque


def make_lines(text, seq_len):
    assert isinstance(seq_len, int)
    if seq_len < 2:
        raise ValueError("at least two words: one to see, one to say")
    window, lines = deque(maxlen=seq_len), []
    for word in re.findall(r"\S+", text):
        window.append(word)
        if len(window) == seq_len:
            lines.append(" ".join(window))
    return lines
