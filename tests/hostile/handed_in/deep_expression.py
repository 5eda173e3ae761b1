# tries: to bring Python's compiler down
# says:
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "sigmoid.py").write_text("x = " + "(" * 100_000 + ")" * 100_000 + "\n" + "-" * 200_000 + "1\n")
