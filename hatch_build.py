"""The build step of a wheel: it carries the whole kit inside the engine. An editable install finds it in the clone."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_KIT = (  # what `keraskata.curriculum.PACKAGED` holds
    "exercises graders solutions curriculum.toml hints.toml defects.toml "
    "constraints.txt pyproject.toml hatch_build.py README.md LICENSE"
)


class CarryTheKit(BuildHookInterface):  # type: ignore[misc]
    """Called by hatchling: https://hatch.pypa.io/latest/plugins/build-hook/custom/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the kit's content to a wheel, and nothing to an editable install."""
        if version == "standard":
            build_data["force_include"]["datasets"] = "keraskata/datasets"
            build_data["force_include"].update({name: f"keraskata/kit/{name}" for name in _KIT.split()})
