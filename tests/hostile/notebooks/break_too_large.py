# tries: to fill the memory of the process that grades, by a notebook of 25 MB
# earns: nothing
# says: larger than 20 MB
def change(notebook, answer):
    answer["source"] = "#" * 25_000_000
