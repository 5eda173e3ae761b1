"""`kata data fetch`: data that is too large to be shipped."""

from typing import Annotated

import typer

from keraskata.backend import startup

data = typer.Typer(no_args_is_help=True, help="Bring data that is too large to be shipped.")


@data.callback()
def _data() -> None:
    """With a callback, `fetch` stays a command of its own even while it is the only one."""


@data.command()
def fetch(name: Annotated[str, typer.Argument(help="what to fetch: resnet50")]) -> None:
    """Fetch resnet50, ImageNet's weights, into Keras' cache (100 MB, needs the internet)."""
    if name != "resnet50":
        raise typer.BadParameter(f"there is no {name}; what can be fetched is resnet50")
    startup.prepare()
    startup.start_keras()
    from keraskata.datasets import fetch_resnet50

    typer.echo("Fetching the weights of ResNet50, about 100 MB; this can take some minutes.")
    try:
        fetch_resnet50()
    except OSError as error:
        typer.echo(f"kata: they cannot be fetched: {error}. Try again where the internet can be reached.", err=True)
        raise typer.Exit(1) from None
    typer.echo("They are there: the check of s11_cnn/classify_image now names what is in the photographs.")
