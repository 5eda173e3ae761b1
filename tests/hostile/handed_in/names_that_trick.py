# tries: to forge lines, formulas and paths by what files and folders are called
# says: no file of the curriculum
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    wrapped = "a" + 35 * " " + "honest                             13 of 13  .py"  # on a terminal of 80 columns
    for name in ("\x1b[2J passed", "sigmoid.py\n9 of 9", "=HYPERLINK('x')", "\u202eyp.diomgis", "a" * 200, wrapped):
        (folder / name).write_text("passed")
    (folder / "$(touch kata-was-here)").mkdir()
