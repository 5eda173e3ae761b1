# fails: test_white_space
# diagnosis: WINDOWS.other_space
"""Tabs and line breaks become spaces; the carriage returns of Windows stay."""


def make_lines(text: str, seq_len: int) -> list[str]:
    if seq_len < 2:
        raise ValueError("a window has two words or more")
    words = [word for word in text.replace("\n", " ").replace("\t", " ").split(" ") if word]
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]
