"""The gradebook on a PostgreSQL server of one's own, where there is one to start."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import RIGHT
from test_class import hand_in, run

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
pytest.importorskip("psycopg2", reason="SQLAlchemy's driver is missing: pip install psycopg2-binary")


@pytest.fixture
def address() -> Iterator[str]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(programs[-1]) if programs else shutil.which("initdb")
    if not found:
        pytest.skip("PostgreSQL is missing: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="kata-pg-"))
    user = "postgres" if os.getuid() == 0 else getpass.getuser()  # PostgreSQL does not run as root
    as_user = ["runuser", "-u", user, "--"] if os.getuid() == 0 else []
    shutil.chown(folder, user)
    folder.chmod(0o755)

    def call(program: str, *options: str) -> None:
        subprocess.run([*as_user, Path(found).with_name(program), *options], check=True, capture_output=True)

    try:
        call("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "instructor")
        call("pg_ctl", "-D", f"{folder}/data", "-w", "-o", f"-k {folder} -h ''", "-l", f"{folder}/log", "start")
        try:
            call("createdb", "-h", str(folder), "-U", "instructor", "course")
            yield f"postgresql+psycopg2://instructor@/course?host={folder}"
        finally:
            call("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def test_grades_are_in_a_gradebook_on_postgresql(kit: Path, address: str) -> None:
    from nbgrader.api import Gradebook

    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", count=RIGHT["count"])
    for _ in range(2):
        graded = run(kit, "--no-walls", "--db", address)
        assert graded.returncode == 0, graded.stderr
        with Gradebook(address) as book:
            scores = {found.student.id: found.score for found in book.assignment_submissions("s01_words")}
            assert scores == {"alice": 6, "bob": 3}


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's objects
def test_its_rows_are_those_that_nbgrader_writes(address: str, tmp_path: Path) -> None:
    from gradebooks import rows
    from test_gradebook import grade_a_term

    grade_a_term("a released assignment", address, f"sqlite:///{tmp_path}/theirs.db")
    assert rows(address) == rows(f"sqlite:///{tmp_path}/theirs.db")
