"""One exercise of the curriculum, as the kit has it or in one of its variants."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from keraskata.variants import Graded, Value, Varies, marked, replaced, said


@dataclass(frozen=True)
class Exercise:
    """One exercise: a stub, a solution and a grader, at the same place in three trees.

    `varies` is what differs between its variants. `variant` is the number of one of them; 0 is the exercise as the kit
    has it, or the variant that a file says it is.
    """

    section: str
    name: str
    title: str
    signatures: tuple[str, ...]
    defects: tuple[str, ...]
    book: str = ""  # the paragraph to read, as "page.md#anchor" in docs/book/
    varies: tuple[Varies, ...] = ()
    variant: int = 0

    @property
    def id(self) -> str:
        return f"{self.section}/{self.name}"

    @property
    def functions(self) -> dict[str, str]:
        """The functions that learners implement: names and signatures."""
        return {signature.split("(")[0]: self.varied(signature) for signature in self.signatures}

    @property
    def values(self) -> dict[str, Value]:
        """The values of this variant, by name."""
        return {each.name: each.value(self.id, self.variant) for each in self.varies}

    def of(self, variant: int) -> "Exercise":
        """Return a variant of the exercise; the exercise itself where nothing in it varies."""
        return replace(self, variant=variant) if self.varies else self

    def settled(self, text: str | bytes | None) -> "Exercise":
        """Return the variant that an answer is graded as: this one or, where it has no number, what the text says."""
        return self if self.variant or not self.varies else self.of(said(text or ""))

    def graded(self, text: str | bytes | None) -> Graded | None:
        """Return the variant as which an answer is graded; None for the exercise as the kit has it."""
        found = self.settled(text)
        return Graded(found.variant, found.values, said(text or "")) if found.variant else None

    def varied(self, text: str, written: Callable[[str], str] = str) -> str:
        """Return a text of the kit with the values of this variant in place of the usual ones: see `replaced`."""
        return replaced(text, self.varies, self.values, written) if self.variant else text

    def worded(self, text: str) -> str:
        """Return a sentence of a grader, in which {name} stands for the value of that name."""
        for name, value in self.values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def stub(self, text: str) -> str:
        """Return the stub of this variant, made of the kit's: it says which one it is."""
        return marked(self.varied(text), self.variant) if self.variant else text
