"""Attacks from the cells of an assignment of the instructor's own: they get nothing, and spoil nobody else's grade.

Each is the cell of one student, whose answer is wrong. What it gets it prints after GOT.
"""

import json
from pathlib import Path

import nbformat
import pytest
from conftest import write_kit
from test_course import call
from test_mixed_course import OURS, own_course, work

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
CANARY = "canary-51fe"
WAS_HERE = Path("/tmp/kata-was-here")
TRY = """
import os, sys, socket, subprocess, ctypes, glob, signal, threading, time

def tried(*actions):
    for action in actions:
        try:
            found = action()
        except BaseException as error:
            print(type(error).__name__)
        else:
            if found:
                print("G" "OT", repr(found)[:200])

def answer():
    return 41
"""
NOTHING, PLAIN = (
    0,
    1,
)  # the points of an attack: none where its process has gone, or those of the check without an answer
ATTACKS = {
    "reads_the_gradebook": (
        PLAIN,
        "tried(lambda: open('{course}/gradebook.db', 'rb').read(9), lambda: __import__('sqlite3').connect("
        "'file:{course}/gradebook.db?mode=ro', uri=True).execute('select * from grade').fetchall())",
    ),
    "reads_others": (
        PLAIN,
        "tried(lambda: os.listdir('{course}'), lambda: glob.glob('{course}/*/*/*/*'), "
        "lambda: glob.glob('/proc/[02-9]*/cwd/*'), "
        "lambda: open('{course}/source/ps1/work.ipynb').read(), lambda: open('{kit}/graders/s01_words/test_shout.py')"
        ".read(), lambda: glob.glob('/root/.*rc') + glob.glob('/home/*/.*rc'), lambda: open('/etc/passwd').read())",
    ),
    "reads_what_is_left_of_others": (
        PLAIN,
        "tried(lambda: [p for p in glob.glob('/scratch/**', recursive=True) + os.listdir('/dev/shm') if 'mine' in p])\n"
        "open('/scratch/mine', 'w').write('mine')",
    ),
    "reads_the_environment": (
        PLAIN,
        "tried(lambda: [v for v in os.environ.values() if 'canary' in v],"
        "lambda: [p for p in glob.glob('/proc/*/environ') if b'canary' in open(p, 'rb').read()])",
    ),
    "writes_outside": (
        PLAIN,
        "tried(*(lambda place=place: open(place, 'w').write('x') for place in ('{course}/gradebook.db', "
        "'/tmp/kata-was-here', '{course}/autograded/kata-was-here', '/usr/lib/kata-was-here', "
        "sys.prefix + '/kata-was-here', '/dev/shm/kata-was-here')))",
    ),
    "opens_a_socket": (
        PLAIN,
        "tried(lambda: socket.create_connection(('127.0.0.1', 22), 1), lambda: socket.socket(socket.AF_UNIX),"
        "lambda: socket.socketpair(), lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', "
        "('8.8.8.8', 53)), lambda: socket.fromfd(3, socket.AF_UNIX, socket.SOCK_STREAM).connect('/run/docker.sock'))",
    ),
    "starts_programs": (
        PLAIN,
        "tried(lambda: subprocess.run(['/bin/true']), os.fork, lambda: os.system('true') == 0,"
        "lambda: os.execv('/bin/true', ['true']), lambda: get_ipython().system('true') is None and "
        "get_ipython().user_ns['_exit_code'] == 0)",
    ),
    "signals_others": (
        PLAIN,
        "tried(lambda: os.kill(os.getppid(), 0) or 'parent', lambda: os.kill(-1, 0) or 'all')",
    ),
    "never_ends": (PLAIN, "while True:\n    pass"),
    "never_ends_and_catches_all": (
        None,
        "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
    ),
    "never_ends_in_c": (NOTHING, "signal.signal(signal.SIGALRM, signal.SIG_IGN)\nsum(iter(int, 1))"),
    "kills_its_kernel": (NOTHING, "tried(lambda: os.kill(os.getpid(), 9))\nos._exit(0)"),
    "crashes": (NOTHING, "ctypes.string_at(0)"),
    "takes_all_memory": (PLAIN, "tried(lambda: bytearray(10**11))\nx = [bytearray(2**28) for _ in range(1000)]"),
    "fills_the_disk": (PLAIN, "tried(lambda: [open(f'f{i}', 'wb').write(b'x' * 10**7) for i in range(1000)])"),
    "makes_many_threads": (
        None,
        "tried(lambda: [threading.Thread(target=time.sleep, args=[9], daemon=True).start() for _ in range(10_000)])",
    ),
    "prints_without_end": (PLAIN, "while True:\n    print('x' * 1_000_000)\n    print('y', file=sys.stderr)"),
    "answers_itself": (
        NOTHING,
        "for number in range(3, 200):\n    try:\n        os.write(number, b'\\0' * 7 + b'\\xff' + b'?' * 255)\n"
        "    except OSError:\n        pass",
    ),
    "sends_a_bomb": (
        NOTHING,
        "bomb = b'\\x92\\xc2\\xdd\\x01\\x7d\\x78\\x40' + b'\\x90' * 25_000_000\n"
        "for number in range(3, 200):\n    sent = len(bomb).to_bytes(8, 'big') + bomb\n    try:\n"
        "        while sent:\n            sent = sent[os.write(number, sent) :]\n    except OSError:\n        pass",
    ),
    "shows_a_script": (
        PLAIN,
        "from IPython.display import display, HTML, Javascript\n"
        "display(HTML('<script>evil()</script>'), Javascript('evil()'))\n"
        "display({'text/html': '<script>evil()</script>', 'image/png': 'evil'}, raw=True)\n"
        "print('<script>evil()</script>')\nraise ValueError('<script>evil()</script>')",
    ),
}
NOT_HAD = {"makes_many_threads"}  # threads of its own are allowed, and bounded


@pytest.fixture(scope="module")
def course(walled: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course after autograding, with honest work before and after the attacks."""
    kit = write_kit(tmp_path_factory.mktemp("kit"))
    course = own_course(kit / "course", f"{OURS}c.Execute.timeout = 3\nc.JudgeCells.memory = 1000\n")
    WAS_HERE.unlink(missing_ok=True)
    for student, source in {"aaron": "def answer():\n    return 42", "zoe": "def answer():\n    return 42"}.items():
        work(course, student, source)
    for student, (_, attack) in ATTACKS.items():
        work(course, student, TRY + attack.replace("{course}", str(course)).replace("{kit}", str(kit)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRET_TOKEN", CANARY)
        call(course, "nbgrader", "autograde", "ps1")
    call(course, "nbgrader", "generate_feedback", "ps1")
    return course


def test_the_class_is_graded(course: Path) -> None:
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        found = {each.student.id: each.score for each in book.assignment_submissions("ps1")}
    assert found.keys() == {"aaron", "zoe", *ATTACKS}
    assert found["aaron"] == found["zoe"] == 3
    assert not WAS_HERE.exists() and not list(course.rglob("*kata-was-here*"))


@pytest.mark.parametrize("name", ATTACKS)
def test_attack(course: Path, name: str) -> None:
    place = course / "autograded" / name / "ps1" / "work.ipynb"
    cells = nbformat.read(place, as_version=4).cells
    shown = json.dumps([cell.get("outputs") for cell in cells])
    assert "GOT" not in shown or name in NOT_HAD, shown[:3000]
    assert CANARY not in shown
    assert place.stat().st_size < 1_000_000
    page = (course / "feedback" / name / "ps1" / "work.html").read_text()
    assert "<script>evil" not in page
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        points = {grade.name: grade.score for grade in book.find_submission_notebook("work", "ps1", name).grades}
    assert points["right"] == 0
    assert ATTACKS[name][0] in (None, points["plain"]), shown[:3000]
