# tries: to stop the batch by text that cannot be written down: half characters, bells, turned lines
# earns: nothing
# says: 1 / (1 + exp(-z))
def change(notebook, answer):
    answer["source"] = '"""\ud800 \x07 \x1b[2J \u202e"""\n' + answer["source"]
    notebook["cells"].append({"cell_type": "markdown", "id": "m", "metadata": {}, "source": "\udfff\x00"})
