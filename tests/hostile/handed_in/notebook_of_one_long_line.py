# tries: to slow everything down that looks at lines by one of 19 MB
# says: its code is larger than 1 MB
import json


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": "x = 1;" * 3_000_000}
    (folder / "sigmoid.ipynb").write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}))
