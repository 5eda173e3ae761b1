"""A kit without Keras in which an exercise varies, for the tests of variants."""

from pathlib import Path

from conftest import SECTION

from keraskata.curriculum import Exercise, load
from keraskata.learner.stubs import write_list

TASK = '''"""Write a text in capitals.

It has 2 marks behind it. Say how that is, too: "loud".
"""


def shout(text: str) -> tuple[str, str]:
    """Return the text in capitals with "!" 2 times behind it, and the word."""
'''
STUB = TASK + "    raise NotImplementedError\n"
SOLUTION = TASK + '    return text.upper() + "!" * 2, "loud"\n'
VARIES = """
[exercise.varies.marks]
values = [2, 3, 4, 5]
in = ["{} marks", "{} times", "* {}"]

[exercise.varies.word]
values = ["loud", "noisy", "strong", "big"]
in = ['"{}"']
"""
GRADER = '''
import pytest
from keraskata import expect

MARKS, WORD = expect.varied("marks"), expect.varied("word")

@pytest.mark.check(points=2, hint="How often does the mark come? {marks} times.")
def test_it(submission):
    """shout(text) is in capitals, with {marks} marks."""
    expect.equal(submission.shout("ab")[0], "AB" + MARKS * "!", what="shout('ab')[0]")

@pytest.mark.check(points=1, hint="word")
def test_word(submission):
    """It says how."""
    expect.equal(submission.shout("ab")[1], WORD, what="shout('ab')[1]")
'''


def vary(kit: Path) -> Exercise:
    """Let the exercise `shout` of the tiny kit vary, and return it."""
    for name, text in {
        "exercises/s01_words/shout.py": STUB,
        "solutions/s01_words/shout.py": SOLUTION,
        "graders/s01_words/test_shout.py": GRADER,
    }.items():
        (kit / name).write_text(text)
    listed = (kit / SECTION).read_text()
    signature = 'signatures = ["shout(text: str) -> str"]\n'
    (kit / SECTION).write_text(listed.replace(signature, signature.replace("-> str", "-> tuple") + VARIES))
    load.cache_clear()
    write_list(load(kit))
    return load(kit).exercises["s01_words/shout"]


def of(exercise: Exercise, **values: object) -> int:
    """Return a variant with these values."""
    return next(n for n in range(1, 9_999) if values.items() <= exercise.of(n).values.items())
