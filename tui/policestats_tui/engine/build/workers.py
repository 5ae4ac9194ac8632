"""Extraction of many documents, in this process or in several."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path

from policestats_tui.engine.errors import PolicestatsError
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import Lexicon, load_lexicon
from policestats_tui.engine.model import Document, Extraction

Progress = Callable[[str, int, int], None]
"""Called with a stage (`read`, `extract`, `index`), how much of it is done, and how much there is."""

POOL_WORTH = 1_000_000
"""Characters below which a corpus is small: starting worker processes, or large blocks, cost more than they save."""
_CHUNK = 4
"""Documents that a worker is handed at a time."""


def extract_all(
    documents: Sequence[Document], lexicon: Lexicon, overlays: tuple[Path, ...], jobs: int | None, progress: Progress
) -> Generator[Extraction, None, None]:
    """Yield the extraction of each document, in order.

    Args:
        documents: What to extract from.
        lexicon: The word lists, `overlays` laid over the shipped ones.
        overlays: The folders of these, for workers, which read them themselves.
        jobs: Worker processes; None for one where the corpus is small, else one for each core.
        progress: Told how many documents are done.

    Raises:
        PolicestatsError: A worker process was ended from outside.
    """
    if jobs is None:
        jobs = (os.cpu_count() or 1) if sum(len(d.text) for d in documents) > POOL_WORTH else 1
    total = len(documents)
    if jobs == 1 or total == 1:
        yield from _counted((extract(document, lexicon) for document in documents), total, progress)
    else:
        yield from _counted(_in_workers([(document, overlays) for document in documents], jobs), total, progress)


def _counted(extractions: Iterator[Extraction], total: int, progress: Progress) -> Iterator[Extraction]:
    for done, extraction in enumerate(extractions):
        progress("extract", done, total)
        yield extraction
    progress("extract", total, total)


_Task = tuple[Document, tuple[Path, ...]]


def _in_workers(tasks: Sequence[_Task], jobs: int) -> Iterator[Extraction]:
    """Yield what worker processes extract; they end at once when whoever takes it stops, whatever for."""
    # Spawned, not forked: a fork would copy the threads' locks of whoever calls.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_worker)
    try:
        yield from pool.map(_extract_one, tasks, chunksize=_CHUNK)
    except BrokenProcessPool as error:
        raise PolicestatsError(
            "a worker process was ended from outside (out of memory?); fewer --jobs need less"
        ) from error
    except BaseException:
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    """Leave interrupts to the builder, and end when it has ended, however it did: nobody else would say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_builder, daemon=True).start()


def _end_with_builder() -> None:
    if builder := multiprocessing.parent_process():
        wait([builder.sentinel])
        os._exit(1)


@cache
def _worker_lexicon(overlays: tuple[Path, ...]) -> Lexicon:
    """Read the word lists once in each worker: sending them along with every document would cost more."""
    return load_lexicon(overlays)


def _extract_one(task: _Task) -> Extraction:
    document, overlays = task
    return extract(document, _worker_lexicon(overlays))
