"""Has tasks judged side by side: by judges on this machine, or by the workers of a Dask cluster."""

import queue
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from keraskata import installing
from keraskata.bulk.judging import Judge, Judges, NoJudge, Settings, Task, Verdict
from keraskata.results import Result


def local(tasks: Mapping[str, Task], settings: Settings, workers: int) -> Iterator[tuple[str, Verdict]]:
    """The verdicts, as they come, of `workers` judges, which start at once. Raises NoJudge.

    Whoever stops listening ends the judges.
    """
    return _verdicts(tasks, Judges(settings), workers)


def _verdicts(tasks: Mapping[str, Task], all_judges: Judges, workers: int) -> Iterator[tuple[str, Verdict]]:
    waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[str, Verdict | BaseException]] = queue.SimpleQueue()
    for name in (*tasks, *[None] * workers):
        waiting.put(name)
    judges = [Judge(all_judges) for _ in range(min(workers, len(tasks)))]

    def work(judge: Judge) -> None:
        while (name := waiting.get()) is not None and not stopped.is_set():
            try:
                done.put((name, _graded(judge, tasks[name])))
            except BaseException as error:
                done.put((name, error))

    stopped = threading.Event()
    for judge in judges:
        threading.Thread(target=work, args=[judge], daemon=True).start()
    try:
        for _ in tasks:
            name, verdict = done.get()
            if isinstance(verdict, BaseException):
                raise verdict
            yield name, verdict
    finally:
        stopped.set()
        for judge in judges:
            judge.close()
        all_judges.close()


def _graded(judge: Judge, task: Task) -> Verdict:
    return replace(judge.grade(task), walls=judge.had)


def cluster(tasks: Mapping[str, Task], settings: Settings, address: str) -> Iterator[tuple[str, Verdict]]:
    """The same by the workers of the Dask scheduler at `address`; the kit is installed there, in the same version.

    What a lost worker had under way is done by another one. Raises NoJudge, OSError where nobody is at `address`.
    """
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise NoJudge(f"A cluster needs Dask: {installing.command('cluster')}.") from None

    with Client(address, timeout=30, set_as_default=False) as client:
        futures = {
            client.submit(_on_worker, settings, task, key=f"kata-{name}", pure=False): name
            for name, task in tasks.items()
        }
        try:
            for future in as_completed(futures, loop=client.loop):
                error = future.exception()
                if isinstance(error, NoJudge):
                    raise error
                if error is not None:
                    yield futures[future], Verdict([], f"the workers that graded it were lost ({type(error).__name__})")
                    continue
                results, problem, had = future.result()
                yield futures[future], Verdict([Result.from_dict(result) for result in results], problem, walls=had)
        finally:
            client.cancel(list(futures))


def _on_worker(settings: Settings, task: Task) -> tuple[list[dict[str, Any]], str, tuple[str, ...] | None]:
    verdict = _graded(_judge(_judges(settings), threading.get_ident()), task)
    return [result.to_dict() for result in verdict.results], verdict.problem, verdict.walls


@cache
def _judges(settings: Settings) -> Judges:
    return Judges(settings)


@cache
def _judge(judges: Judges, thread: int) -> Judge:
    """Each thread of a worker keeps a judge, for a judge grades one submission at a time."""
    return Judge(judges)
