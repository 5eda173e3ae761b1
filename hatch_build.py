"""Builds the package: a wheel carries the whole kit inside the engine, an editable install leads to the clone.

With the clone on the path, `tests`, `docs` and `exercises` could be imported everywhere. The import hook that hatchling
offers instead makes pytest warn in every other project, and stop if warnings are errors there.
"""

import hashlib
import os
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_KIT = (  # the content of `keraskata.curriculum.PACKAGED`, besides exercises/ and solutions/
    "graders curriculum docs/book locale stubs.toml constraints.txt pyproject.toml hatch_build.py README.md LICENSE"
)
_KEEP = "KATA_WITHOUT_SOLUTIONS"  # 1 makes a wheel without them, for learners whose course keeps its solutions
_LEADS_TO_THE_CLONE = '''"""keraskata, installed with `pip install -e`: the engine lies in {engine}."""

from pathlib import Path

_engine = Path({engine!r})
__file__, __path__ = str(_engine / "__init__.py"), [str(_engine)]
exec(compile((_engine / "__init__.py").read_bytes(), __file__, "exec"))
'''


class CarryTheKit(BuildHookInterface):  # type: ignore[misc]
    """The hook that hatchling calls: https://hatch.pypa.io/latest/plugins/build-hook/custom/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the kit's content to a wheel, or one file that leads to the clone to an editable install."""
        if version == "editable":
            engine = str(Path(self.root).resolve() / "keraskata")
            leads = Path(tempfile.mkdtemp()) / "__init__.py"
            leads.write_text(_LEADS_TO_THE_CLONE.format(engine=engine), encoding="utf-8")
            build_data["force_include_editable"][str(leads)] = "keraskata/__init__.py"
        else:
            files = build_data["force_include"]
            files["datasets"] = "keraskata/datasets"
            kept = os.environ.get(_KEEP, "") not in ("", "0") or not (Path(self.root) / "solutions").is_dir()
            files.update({name: f"keraskata/kit/{name}" for name in [*_KIT.split(), *([] if kept else ["solutions"])]})
            files.update({str(stub): f"keraskata/kit/exercises/{name}.py" for name, stub in self._stubs()})

    def _stubs(self) -> list[tuple[str, Path]]:
        """Return the original stubs, from exercises/ or, if the user works there, from .kata/stubs/."""
        root = Path(self.root)
        found = []
        for name, listed in tomllib.loads((root / "stubs.toml").read_text(encoding="utf-8")).items():
            places = [root / "exercises" / f"{name}.py", root / ".kata" / "stubs" / listed["sha256"]]
            stub = next((place for place in places if place.is_file() and _digest(place) == listed["sha256"]), None)
            if stub is None:
                raise SystemExit(f"exercises/{name}.py is not the stub of stubs.toml: run `kata reset {name}` first.")
            found.append((name, stub))
        return found


def _digest(place: Path) -> str:
    return hashlib.sha256(place.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
