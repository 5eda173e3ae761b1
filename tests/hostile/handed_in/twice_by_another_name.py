# tries: to be graded on the better of several answers, by files that are all called like one exercise
# says: s03_binary_classification/sigmoid is handed in twice; s03_binary_classification/sigmoid.py counts
import shutil


def hand_in(folder, solution):
    folder.mkdir(parents=True)
    (folder / "sigmoid.py").write_text("def sigmoid(z):\n    return z\n")
    for name in ("Sigmoid.py", "sigmoid (1).py", "sigmoid-2.py", "solution_sigmoid.py"):
        shutil.copy(solution, folder / name)
