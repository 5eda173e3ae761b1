"""Of a submission nbgrader gets notebooks, time and secret, and nothing of the instructor's through its links."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import RIGHT
from test_course import WORDS, answer, built, call, edit, hand_in, scores

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
CANARY = "canary-7d2e"


def mischief(folder: Path, secret: Path, solution: Path) -> None:
    """All that a student may put beside a notebook: what `secret` and `solution` hold is none of theirs."""
    for name in ("data.txt", "evil.html", ".hidden.ipynb", "linked.ipynb"):
        (folder / name).symlink_to(secret)
    (folder / "count.ipynb").symlink_to(solution)
    (folder / "folder").symlink_to(secret.parent)
    (folder / "inner" / "deeper").mkdir(parents=True)
    (folder / "inner" / "deeper" / "more.txt").symlink_to(secret)
    (folder / "inner" / "link").symlink_to(secret.parent)
    os.link(secret, folder / "hard.txt")
    os.link(secret, folder / "hard.html")
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "feedback" / "2026").mkdir(parents=True)
    (folder / "feedback" / "2026" / "shout.html").write_text("<script>mine</script>")
    for name in ("shout.html", "mine.html"):
        (folder / name).write_text("<script>mine</script>")


def tells(text: str) -> bool:
    return CANARY in text or "<script>mine" in text


def left(course: Path) -> list[Path]:
    """What of the instructor's, or of the student's own pages, is where learners see it or a next step takes it."""
    found = []
    for tree in (course / "submitted", course / "autograded", course / "feedback", course.parent / "exchange/keras"):
        for path in (path for path in tree.rglob("*") if "inbound" not in path.parts):
            plain = path.is_dir() or (path.is_file() and path.stat().st_nlink == 1)
            if path.is_symlink() or not plain or (path.is_file() and tells(path.read_text())):
                found.append(path)
    return found


@pytest.fixture
def secret(kit: Path) -> Path:
    place = kit / "private" / "id_rsa"
    place.parent.mkdir()
    place.write_text(CANARY)
    return place


def test_what_the_exchange_brings(kit: Path, walled: None, secret: Path) -> None:
    course = built(kit)
    call(course, "nbgrader", "release_assignment", WORDS)
    inbound = kit / "exchange" / "keras" / "inbound"
    for student in ("ann", "mallory", "oscar"):
        folder = hand_in(course, student, **RIGHT)
        if student == "mallory":
            (folder / "count.ipynb").unlink()
            for name in ("timestamp.txt", "submission_secret.txt"):
                (folder / name).unlink()
                (folder / name).symlink_to(secret)
            mischief(folder, secret, course / "source" / WORDS / "count.ipynb")
        if student == "oscar":
            folder.rename(kit / "elsewhere")
            (inbound / f"oscar+{WORDS}+2026-01-02 03:04:05 UTC+x").symlink_to(kit / "elsewhere")
        else:
            folder.rename(inbound / f"{student}+{WORDS}+2026-01-02 03:04:05 UTC+x")
        folder.parent.rmdir()
    assert "oscar" in call(course, "nbgrader", "collect", WORDS)
    assert not left(course)
    taken = {path.name for path in (course / "submitted" / "mallory" / WORDS).iterdir()}
    assert taken == {"shout.ipynb", "count.ipynb", "linked.ipynb", "timestamp.txt", "submission_secret.txt"}
    assert (course / "submitted/ann" / WORDS / "submission_secret.txt").read_text() == "secret of ann"
    call(course, "nbgrader", "autograde", WORDS)
    call(course, "nbgrader", "generate_feedback", WORDS)
    call(course, "nbgrader", "release_feedback", WORDS)
    assert scores(course) == {"ann": 6, "mallory": 3}
    assert not left(course)
    pages = {path.relative_to(course / "feedback").as_posix() for path in (course / "feedback").rglob("*.html")}
    assert pages == {f"{student}/{WORDS}/{name}.html" for student in ("ann", "mallory") for name in RIGHT}
    assert len(list((kit / "exchange/keras/feedback").glob("*.html"))) == 4


def test_what_was_put_there_by_hand(kit: Path, walled: None, secret: Path) -> None:
    course = built(kit)
    hand_in(course, "ann", **RIGHT)
    folder = hand_in(course, "mallory", shout=RIGHT["shout"])
    mischief(folder, secret, course / "source" / WORDS / "count.ipynb")
    (hand_in(course, "bob", **RIGHT) / "timestamp.txt").write_text("yesterday, I think")
    for name in ("timestamp.txt", "submission_secret.txt"):
        (folder / name).unlink()
        os.mkfifo(folder / name)
    (hand_in(course, "cleo", **RIGHT) / "notes.txt").write_text("my own")
    shutil.copytree(hand_in(course, "dan", **RIGHT).parent, course / "submitted" / "m\nx")
    (course / "submitted" / "lisa").symlink_to("dan")
    for name in (b"L\xf6sung.ipynb", b"two\nlines.ipynb", b"\x1b[2J.ipynb"):
        shutil.copy(
            course / "release/s01_words/shout.ipynb", os.fsencode(course / "submitted/dan/s01_words") + b"/" + name
        )
    lost = hand_in(course, "eva", **RIGHT)
    (lost / "shout.ipynb").rename(lost / os.fsdecode(b"M\xfcller.ipynb"))
    said = call(course, "nbgrader", "autograde", WORDS)
    assert "cleo" in said and "left_out" in said and "Traceback" not in said
    assert "m\\nx; the gradebook cannot keep that name" in said and "the student's folder is a link" in said
    assert "M\\udcfcller.ipynb is taken for shout.ipynb" in said
    assert (course / "left_out" / "cleo" / WORDS / "notes.txt").read_text() == "my own"
    call(course, "nbgrader", "generate_feedback", WORDS)
    assert scores(course) == {"ann": 6, "bob": 6, "cleo": 6, "dan": 6, "eva": 6, "mallory": 3}
    assert not left(course)
    assert (course / "submitted" / "ann" / WORDS / "timestamp.txt").read_text().startswith("2026-01-02")
    edit(course / "submitted/cleo" / WORDS / "shout.ipynb", lambda notebook: answer(notebook, "x = 1"))
    (course / "submitted" / "cleo" / WORDS / "more.txt").symlink_to(secret)
    call(course, "nbgrader", "autograde", WORDS, "--force", "--student", "cleo")
    assert scores(course)["cleo"] == 3 and (course / "left_out" / "cleo" / f"{WORDS}-1" / "more.txt").is_symlink()
