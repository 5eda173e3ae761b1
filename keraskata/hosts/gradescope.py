"""Makes the archive for Gradescope's autograder: two scripts, the kit, and the instructor's choices."""

import zipfile
from pathlib import Path

from keraskata.curriculum import Kit
from keraskata.hosts.choices import PLACE, Choices
from keraskata.hosts.packing import files_of, requirements

_SCRIPTS = Path(__file__).with_name("gradescope_files")


def write(kit: Kit, choices: Choices, out: Path) -> None:
    """Write the archive. Raises OSError."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for place in sorted(_SCRIPTS.iterdir()):
            script = zipfile.ZipInfo(place.name)
            script.external_attr = 0o100755 << 16
            archive.writestr(script, place.read_bytes())
        archive.writestr(PLACE, choices.text())
        archive.writestr("requirements.txt", requirements(choices.backend, choices.walls))
        for name, place in files_of(kit):
            archive.write(place, name)
