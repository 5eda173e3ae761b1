# tries: to hand in a device that never ends
# says: link
def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "sigmoid.py").symlink_to("/dev/zero")
