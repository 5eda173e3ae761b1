"""What an attacker's names did to a neighbour's row, and to honest ones, in downloads; and who owns an exchange's folders."""

import os
from pathlib import Path

import pytest
from conftest import RIGHT
from test_downloads import EXCHANGE, put
from test_exports import kata

from keraskata.handed_in.downloads import Download, sorted_out

SHOUT, COUNT = RIGHT["shout"], RIGHT["count"]
WHEN = "2026-11-30 09:15:00.000001 UTC"


def whose(found: Download) -> dict[str, list[str]]:
    return {student: [part.called for part in parts] for student, parts in found.students.items()}


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> tuple[str, int, int]:
    """A user name, its number, and another number, that a folder may belong to; this process is of neither."""
    pwd = pytest.importorskip("pwd", reason="Windows has no owners of this kind")
    if os.geteuid() != 0:
        pytest.skip("only root can give folders away")
    first, second = [each for each in pwd.getpwall() if each.pw_uid][:2]
    return first.pw_name, first.pw_uid, second.pw_uid


def test_an_exchanges_folder_is_its_owners(tmp_path: Path, account: tuple[str, int, int]) -> None:
    """An attack: in `inbound` students' own processes make folders, with the neighbour's name and a later time."""
    anna, number, other = account
    own, later, same = f"{anna}+w+{WHEN}+a", f"{anna}+w+2026-11-30 09:16:00 UTC+b", f"{anna}+w+{WHEN}+0"
    place = put(tmp_path / "in", {f"{name}/shout.py": SHOUT for name in (own, later, same, f"x+w+{WHEN}+a")})
    for name, uid in ((own, number), (later, other), (same, 4_000_000)):
        os.chown(place / name, uid, -1)
    found = sorted_out(place)
    assert whose(found) == {anna: [own], "x": [f"x+w+{WHEN}+a"]} and not found.earlier
    assert found.title == "nbgrader's exchange" and found.others == sorted([later, same])
    assert [remark for remark in found.remarks if f'"number 4000000", not "{anna}"; see who handed it in' in remark]
    assert len(found.remarks) == 2 and all("is nobody's: its owner is the account" in each for each in found.remarks)
    os.chown(place, other, -1)  # whoever owns the folder around can call all in it what they like
    assert f"{anna} ({WHEN})" in sorted_out(place).earlier


def test_nothing_of_an_exchange_without_owners_is_said_with_what_to_do(
    kit: Path, account: tuple[str, int, int]
) -> None:
    name = f"anna+w+{WHEN}+a"
    os.chown(put(kit / "in", {f"{name}/shout.py": SHOUT}) / name, account[1], -1)
    ran = kata(kit, "grade-class", "in", "--out", "out", "--no-walls", "--workers=1")
    assert ran.returncode and f'"{name}" is nobody\'s: its owner is the account' in ran.stdout, ran.stderr
    assert "0 submissions, a download from nbgrader's exchange" in ran.stdout


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2099-01-01 00:00:00 UTC", "its time lies in the future"),
        ("9999-12-31 23:59:59.999999 UTC", "its time lies in the future"),
        ("2026-02-30 00:00:00 UTC", "its time is no date"),
        ("2026-11-30 25:15:00 UTC", "its time is no date"),
    ],
)
def test_an_exchanges_time_is_one_that_was(tmp_path: Path, when: str, why: str) -> None:
    """An attack: a time in the year 2099 is later than any hand-in of the neighbour's."""
    false = f"jane+s01_words+{when}+zz"
    found, honest = sorted_out(put(tmp_path / "a", {**EXCHANGE, f"{false}/shout.py": ""})), tmp_path / "b"
    assert found.students.keys() == sorted_out(put(honest, EXCHANGE)).students.keys() and found.others == [false]
    assert found.remarks == [f'"{false}" is nobody\'s: {why}.'] and len(found.earlier) == 1
