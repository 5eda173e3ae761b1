# tries: nothing: an honest answer among experiments, some of which take hours or break
# earns: all
def change(notebook, answer):
    answer["source"] = RIGHT
    for number, source in enumerate(
        ["%matplotlib inline", "sigmoid(1000)", "while True: pass", "1 / 0", "x = y = (", "?sigmoid"]
    ):
        cell = {"cell_type": "code", "id": f"e{number}", "metadata": {}, "outputs": [], "execution_count": None}
        notebook["cells"].append(cell | {"source": source})


RIGHT = """import numpy as np
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
"""
