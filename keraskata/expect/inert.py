"""Whether an SVG that came from a learner's process is a drawing, and nothing else."""

from xml.etree import ElementTree

MOST = 150_000  # letters
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWN = {"svg", "g", "defs", "style", "path", "use", "clipPath", "rect", "text", "tspan", "image"}  # by matplotlib


def is_inert(svg: str) -> bool:
    """Return whether `svg` is small, holds only what matplotlib draws, and is quick to show.

    Pages show it as an image, where no script runs and nothing is fetched. But a few copies of copies of copies of a
    shape would keep a browser busy for ever: only a single path may be copied.
    """
    if len(svg) > MOST or "<!ENTITY" in svg:
        return False
    try:
        elements = list(ElementTree.fromstring(svg).iter())
    except (ElementTree.ParseError, ValueError):
        return False
    paths = {f"#{element.get('id')}" for element in elements if element.tag == f"{_SVG}path"}
    return all(_is_drawn(element, paths) for element in elements)


def _is_drawn(element: ElementTree.Element, paths: set[str]) -> bool:
    name = str(element.tag).removeprefix(_SVG)
    if name == "style" and any(sign in (element.text or "") for sign in ("@", "\\", "url(")):
        return False  # it would fetch something if it were part of a page
    shown = element.get(_HREF) or element.get("href") or ""
    if name == "use":
        return shown in paths
    if name == "image":
        return shown.startswith("data:image/png;base64,")
    return name in _DRAWN and not shown and not any(attribute.startswith("on") for attribute in element.attrib)
