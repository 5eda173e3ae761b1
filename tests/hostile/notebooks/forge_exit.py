# tries: to end the kernel before the checks are reached
# earns: nothing
# says: 1 / (1 + exp(-z))
def change(notebook, answer):
    answer["source"] += "\nimport os\nexit()\nquit\nos._exit(0)\nget_ipython().kernel.do_shutdown(False)\n"
