"""Train a network on a text, and let it say the next word.

Cut `text` into windows of `seq_len` words and number the words, as in the exercises before: words stand between white
space, to which the ends of lines belong, keep their punctuation, and are in lower case, as lower() makes it. All
windows have one length, so that nothing is padded and no mask is needed. Of each window the first `seq_len` - 1 words
go in, and the last one is what the network learns to predict. Train it on all windows, with an LSTM in it that learns,
for `epochs` epochs; all that is drawn by chance comes from `seed`, so that the same one gives the same predictor in
every run. With a short text and 30 epochs, the usual settings learn too little; 32 units, batches of 64 and Adam with a
learning rate of 0.05 are enough. Return a predictor: something that can be called, as often as you like, with a list of
exactly `seq_len` - 1 words, capitals or not, and returns the most likely next word, a text. It learns nothing more when
it is asked. A word that the text does not have raises a ValueError that names it.

Read: kata book next_word
"""

from collections.abc import Callable


def train_next_word(text: str, seq_len: int, epochs: int, seed: int) -> Callable[[list[str]], str]:
    """Return a predictor of the next word, trained on the windows of `text`."""
    raise NotImplementedError
