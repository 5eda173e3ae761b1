"""The build step of a wheel: it carries the whole kit inside the engine. An editable install finds it in the clone."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_KIT = (  # what `keraskata.curriculum.PACKAGED` holds, beside exercises/
    "graders solutions curriculum.toml hints.toml defects.toml "
    "stubs.toml constraints.txt pyproject.toml hatch_build.py README.md LICENSE"
)


class CarryTheKit(BuildHookInterface):  # type: ignore[misc]
    """Called by hatchling: https://hatch.pypa.io/latest/plugins/build-hook/custom/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the kit's content to a wheel, and nothing to an editable install."""
        if version == "standard":
            files = build_data["force_include"]
            files["datasets"] = "keraskata/datasets"
            files.update({name: f"keraskata/kit/{name}" for name in _KIT.split()})
            files.update({str(stub): f"keraskata/kit/exercises/{name}.py" for name, stub in self._stubs()})

    def _stubs(self) -> list[tuple[str, Path]]:
        """The stubs as they are handed out, wherever a clone in which somebody works has them."""
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
