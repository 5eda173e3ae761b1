"""`kata doctor`: shows what the kit needs, what this machine has, and how to get the rest."""

import shutil
import textwrap

import typer

from keraskata.report import encoding


def doctor() -> None:
    """Say what is missing on this machine, and how to fix it. Exit status: 0 you can work, 1 something is needed."""
    from keraskata.doctor import machine, trials

    is_missing = False
    for finding in (*machine.findings(), *trials.findings()):
        mark, color = ("✓", "green") if not finding.fix else ("✗", "red") if finding.needed else ("○", "")
        typer.secho(f"{mark} {finding.what:<10} {finding.found}", fg=color or None)
        if finding.fix:
            width = max(shutil.get_terminal_size().columns, 40)
            typer.echo(textwrap.fill(finding.fix, width, initial_indent=" " * 13, subsequent_indent=" " * 13))
        is_missing |= bool(finding.fix and finding.needed)
    if "utf" in encoding.name():
        typer.echo("\nThese should be a tick, a cross, a circle and two blocks: ✓ ✗ ○ █ ░")
        typer.echo("If they are not, choose another font in your terminal, such as DejaVu Sans Mono.")
    raise typer.Exit(1 if is_missing else 0)
