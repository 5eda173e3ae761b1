# tries: to fill the judge's memory by a cell with a million entries in its source
# says: its code is larger than 1 MB
import json


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["x = 1\n"] * 1_000_000}
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, separators=(",", ":"))
    (folder / "sigmoid.ipynb").write_text(text)
