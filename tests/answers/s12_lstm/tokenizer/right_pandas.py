# different: pandas counts and looks up
import pandas as pd


def fit_tokenizer(lines):
    table = pd.Series(lines).str.lower().str.split(expand=True)
    counts = table.stack().value_counts()
    number_of = {word: i + 1 for i, word in enumerate(counts.index)}
    sequences = table.map(number_of.get).to_numpy(dtype="int64")
    return {i: w for w, i in number_of.items()}, sequences
