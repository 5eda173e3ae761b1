"""`kata data fetch`: fetches data that is too large for the package."""

from typing import Annotated

import typer

from keraskata.backend import startup

data = typer.Typer(no_args_is_help=True, help="Fetch data that is too large for the package.")


@data.callback()
def _data() -> None:
    """Keep `fetch` a command of its own: without a callback, typer would merge the only command into `data`."""


@data.command()
def fetch(name: Annotated[str, typer.Argument(help="what to fetch: resnet50")]) -> None:
    """Fetch resnet50, ImageNet's weights, into Keras' cache (100 MB, needs the internet)."""
    if name != "resnet50":
        raise typer.BadParameter(f"there is no {name} to fetch; there is only resnet50")
    startup.prepare()
    startup.start_keras()
    from keraskata.datasets import fetch_resnet50

    typer.echo("Fetching the weights of ResNet50, about 100 MB; this can take a few minutes.")
    try:
        fetch_resnet50()
    except OSError as error:
        typer.echo(f"kata: they cannot be fetched: {error}. Try again with a connection to the internet.", err=True)
        raise typer.Exit(1) from None
    typer.echo("The weights are here: the check of s11_cnn/classify_image now names the photographs.")
