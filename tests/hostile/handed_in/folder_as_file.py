# tries: to hand in a folder that is called like a file
# says: not an ordinary file
def hand_in(folder, solution):
    (folder / "sigmoid.py").mkdir(parents=True)
