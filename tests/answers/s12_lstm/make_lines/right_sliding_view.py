# different: NumPy's windows over an array of words, and a tuple as the answer
import numpy as np


def make_lines(text: str, seq_len: int):
    if seq_len < 2:
        raise ValueError("a window holds two words or more")
    words = np.array(text.split(), dtype=object)
    if len(words) < seq_len:
        return ()
    return tuple(" ".join(row) for row in np.lib.stride_tricks.sliding_window_view(words, seq_len))
