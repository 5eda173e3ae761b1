"""What a cell of a CSV file may hold, which somebody opens in a spreadsheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str) -> str:
    """`text` that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
