# tries: to have whoever opens the archive wait for ever, at a pipe
# says: neither a folder nor a ZIP archive
import os


def hand_in(folder, solution):
    os.mkfifo(folder.parent.with_suffix(".zip"))
