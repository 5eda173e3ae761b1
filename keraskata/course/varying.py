"""Lists what is wrong with the numbers and names that an exercise lets vary, and what to do about it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from keraskata.course.answers import answers
from keraskata.curriculum import CURRICULUM, Exercise, Kit
from keraskata.variants import Varies, replaced

_GONE = "\N{REPLACEMENT CHARACTER}"


def problems(kit: Kit, exercise: Exercise) -> Iterator[str]:
    """Give the problems, one line each; none for an exercise in which nothing varies."""
    places = kit.stub(exercise), kit.solution(exercise)
    given = {place.relative_to(kit.root).as_posix(): place.read_text(encoding="utf-8") for place in places}
    given[f"{exercise.id}: a hint"] = "\n".join(kit.hints.get(exercise.id, ()))
    bank = [answer.path.read_text(encoding="utf-8") for answer in answers(kit, exercise)] if exercise.varies else []
    where = f"{exercise.id}: in {CURRICULUM}/{exercise.section}.toml"
    usual = Counter(phrase.replace("{}", str(each.values[0])) for each in exercise.varies for phrase in each.phrases)
    for phrase, times in usual.items():
        if times > 1:
            yield f'{where} two phrases are "{phrase}" with the first values: make them longer, so that they differ'
    for each in exercise.varies:
        for phrase in each.phrases:
            if all(text == _without(text, [replace(each, phrases=(phrase,))]) for text in (*given.values(), *bank)):
                shown = phrase.replace("{}", str(each.values[0]))
                yield f'{where} varies.{each.name} has "{phrase}", and "{shown}" stands in no file; correct it'
        if f'varied("{each.name}")' not in kit.grader(exercise).read_text(encoding="utf-8"):
            yield f'{exercise.id}: the grader does not ask for expect.varied("{each.name}"); read it at its top'
        for name, text in given.items():
            if left := _left(each, _without(text, exercise.varies)):
                yield f"{name}: has {left} outside of the phrases of varies.{each.name}; add a phrase, or reword it"


def _without(text: str, varies: list[Varies] | tuple[Varies, ...]) -> str:
    return replaced(text, varies, {each.name: _GONE for each in varies})


def _left(each: Varies, text: str) -> str:
    """Return the usual value where it still stands: a number, or a text in quotes; "" if it does not."""
    usual = each.values[0]
    whole = (
        rf"""(["']){re.escape(usual)}\1"""
        if isinstance(usual, str)
        else rf"(?<![\w.]){re.escape(str(usual))}(?![\w.]\w)"
    )
    found = re.search(whole, text)
    return found[0] if found else ""
