"""The order of a set of text is another in another run, as it is where Python starts anew."""

from pathlib import Path

import pytest

from keraskata.subject.learner_file import LearnerFile

WORDS = ["the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog"]
MADE = ["set(words)", "{*words}", "{word for word in words}", "frozenset(words)"]


OWN = """
class Words(set):
    def first(self):
        return [{word for word in self}, {"a", "b"}][0]

def f(words):
    set = Words(words)
    return [*set, *set.first(), *{*words}]
"""


def answers(folder: Path, body: str, seed: int, suffix: str = ".py") -> object:
    file = folder / f"f{suffix}"
    file.write_text(f"def f(words):\n    return {body}\n")
    learners = LearnerFile("f", {"f": "f(words)"}, file, lambda code, module, what: exec(code, vars(module)), seed)
    return learners.function("f")(WORDS)


@pytest.mark.parametrize("made", MADE)
def test_another_run_has_another_order(made: str, tmp_path: Path) -> None:
    for body in (f"list({made})", f"[word for word in {made}]", f"list(dict.fromkeys({made}))", f"[*{made}]"):
        first, again, other = (answers(tmp_path, body, seed) for seed in (1, 1, 2))
        assert first == again != other, body
        assert sorted(first) == sorted(other) == sorted(WORDS)  # type: ignore[call-overload]


def test_another_run_hashes_text_otherwise(tmp_path: Path) -> None:
    for body in ("hash('a')", "hash(b'a')", "hash((1, 'a'))", "hash(words[0])"):
        first, again, other = (answers(tmp_path, body, seed) for seed in (1, 1, 2))
        assert first == again != other, body
    for body in ("hash(1)", "hash((1, 2))", "hash(1.0) == hash(1)", "hash((1, 'a')) == hash((1.0, 'a'))"):
        assert answers(tmp_path, body, 1) == eval(body)


def test_a_class_of_ones_own_and_a_variable_called_set_are_as_ever(tmp_path: Path) -> None:
    file = tmp_path / "f.py"
    file.write_text(OWN)
    found = LearnerFile("f", {"f": "f(words)"}, file, lambda code, module, what: exec(code, vars(module)), 1)
    assert sorted(found.function("f")(WORDS)) == sorted(3 * WORDS)


def test_what_has_one_order_everywhere_keeps_it(tmp_path: Path) -> None:
    for body in (
        "list({3, 1, 2})",
        "sorted(set(words))",
        "list(dict.fromkeys(words))",
        "len({*words})",
        "'a' in {'a'}",
    ):
        assert answers(tmp_path, body, 1) == eval(body, {"words": WORDS})


def test_it_is_a_set_like_any_other(tmp_path: Path) -> None:
    same = "isinstance({1}, set), type({1}) is set, {1, 2} == {2, 1}, {1} | {2} == {1, 2}, repr({1}), set[str] and 1"
    assert answers(tmp_path, f"({same})", 1) == (True, True, True, True, "{1}", 1)
