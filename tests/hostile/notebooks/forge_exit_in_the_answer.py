# tries: to end the process that runs its cells
# earns: nothing
# says: has ended
def change(notebook, answer):
    answer["source"] = "import os\ndef sigmoid(z):\n    os._exit(0)\n"
