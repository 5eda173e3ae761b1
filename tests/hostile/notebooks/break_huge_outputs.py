# tries: to fill the instructor's disk with outputs
# earns: nothing
# says: 1 / (1 + exp(-z))
def change(notebook, answer):
    answer["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 15_000_000}]
