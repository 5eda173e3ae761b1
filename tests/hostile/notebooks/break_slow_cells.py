# tries: to keep the judge waiting: a cell that sleeps, which the answer rests on
# earns: nothing
# says: an answer within
def change(notebook, answer):
    answer["source"] = "import time\nnumber = time.sleep(10_000)\ndef sigmoid(z):\n    return number\n"
