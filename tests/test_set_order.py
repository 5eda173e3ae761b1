"""The order of a set of text is another in another run, as it is where Python starts again."""

from pathlib import Path
from typing import Any

import pytest

from keraskata.subject.learner_file import LearnerFile

WORDS = ["the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog"]
MADE = [
    *("set(words)", "{*words}", "{word for word in words}", "frozenset(words)", "set().union(words)"),
    *("({*words} | {'cat'}) - {'cat'}", "set(words).copy()", "set(words) & {*words}", "frozenset() | set(words)"),
]


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
    file.write_text(f"import re\n\ndef f(words):\n    return {body}\n")
    learners = LearnerFile("f", {"f": "f(words)"}, file, lambda code, module, what: exec(code, vars(module)), seed)
    return learners.function("f")(WORDS)


@pytest.mark.parametrize("made", MADE)
def test_another_run_has_another_order(made: str, tmp_path: Path) -> None:
    for body in (
        f"re.findall(r'\\w+', str({made}).replace('frozenset', ''))",
        f"(lambda s: [s.pop() for _ in words])(set({made}))",
        f"list({made})",
        f"[word for word in {made}]",
        f"list(dict.fromkeys({made}))",
        f"[*{made}]",
    ):
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


LIKE_ANY_OTHER = """
import ast, copy, pickle, sys

def matched(x):
    match x:
        case set():
            return "a set"
        case frozenset():
            return "a frozen one"

def error(do):
    try:
        do()
    except Exception as error:
        return type(error), str(error).partition(" and no __dict__")[0]

def changed():
    own = {"a", "b"}
    for word in own:
        own.discard(word)

def named():
    own = set()
    own.name = 1

class Own(set):
    pass

def f(words):
    a, b, frozen, keys = {"a", "b"}, {"b"}, frozenset("a"), {"a": 1}.keys()
    sets = [a, b, a & b, a - b, a | b, a ^ b, keys & a, keys - b, ast.literal_eval("{1, 2}"), a.copy(), a.union("c")]
    return (
        [isinstance(each, set) for each in sets], [type(each) is set for each in (a, a & b, a.copy(), a - b)],
        [isinstance(each, frozenset) for each in (frozen, frozen | a, sys.stdlib_module_names, a)],
        [matched(each) for each in (a, a & b, keys & a, frozen, 1)], issubclass(set, set), issubclass(bool, set),
        isinstance(Own(), set), isinstance(a, Own), issubclass(Own, set), type(Own() | a) is set,
        pickle.loads(pickle.dumps(a)) == a, copy.deepcopy(a) == a, copy.copy(frozen) == frozen,
        a == {"b", "a"}, {1, 2} == {2, 1}, {a.pop(), *a} == {"a", "b"}, hash(frozenset("ab")) == hash(frozenset("ba")),
        repr({1}), repr(set()), repr(frozenset()), repr(frozenset([1])), repr(Own([1])), str({"a"}), set[str] and 1,
        error(changed), error(named), error(lambda: set().pop()), error(lambda: a & 1), error(lambda: {[]}),
        error(lambda: list({1})["x"]), {"a"} < {"a", "b"}, {"a", "b"} >= keys, len({*"aab"}), set.__module__,
    )
"""


def test_it_is_a_set_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "f.py"
    file.write_text(LIKE_ANY_OTHER)
    learners = LearnerFile("f", {"f": "f(words)"}, file, lambda code, module, what: exec(code, vars(module)), 1)
    plain: dict[str, Any] = {"__name__": "plain"}
    exec(LIKE_ANY_OTHER, plain)
    assert learners.function("f")(WORDS) == plain["f"](WORDS)
