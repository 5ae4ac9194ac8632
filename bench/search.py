"""Times search against its peers in one run and prints the table of `docs/search.md`: `python -m bench.search 10000`.

Arguments: how many sentences, once or several times. `--write` puts the table into `docs/search.md`; `--rounds N` says
how often each question is asked (median; default 5); `--keep DIR` keeps the files. Needs the extra `bench`, and `rg`.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from bench.corpus import Generator
from bench.search_engines import Engine, Jieba, Ripgrep, Scan, Tantivy, Trigrams
from bench.search_ours import Ours, built
from bench.search_queries import OWN, Question, Reader, questions
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.search.analysis import fold
from policestats_tui.engine.search.engine import Order, search
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.store import Store

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "search.md"
ENOUGH = 0.5
"""Seconds that an engine is given for one question; one that needs longer is asked less often, at least once."""

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass
class Score:
    """What was measured of one engine at one size; times in seconds, sizes in bytes."""

    name: str
    build: float = 0.0
    size: int = 0
    times: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    exact: int = 0


@dataclass(frozen=True)
class Prepared:
    """An engine ready to be asked, how long its building took and how large its files are."""

    engine: Engine
    build: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    lines = list(report(options.sizes, options.rounds, options.keep))
    if options.write:
        written = DOCUMENT.read_text(encoding="utf-8")
        head, _, rest = written.partition(BEGIN)
        _, _, tail = rest.partition(END)
        DOCUMENT.write_text(head + BEGIN + "\n" + "\n".join(lines) + "\n" + END + tail, encoding="utf-8")


def report(sizes: Sequence[int], rounds: int, keep: Path | None) -> Iterator[str]:
    """Yield the lines of the report, and print them as they come."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            place = (keep or Path(temporary)) / str(size)
            place.mkdir(parents=True)
            for line in measured(size, rounds, place):
                print(line, flush=True)
                yield line


def measured(size: int, rounds: int, place: Path) -> Iterator[str]:
    """Build every engine over `size` sentences, ask every question, and yield the tables."""
    synonyms = shipped_lexicon().searched()
    database = place / "ours.duckdb"
    # A process of its own, so that its memory is nothing but the build's.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        building = pool.submit(built, database, size).result()
    index = Index.of(Store(database).cursor())
    orders: tuple[Order, ...] = ("reading", "relevance")
    ours = [Prepared(Ours(index, order), building.seconds, building.size) for order in orders]
    texts = [sentence.text for sentence in Generator().sentences(size)]
    prepared = [*ours, *peers(texts, place)]
    asked = questions(synonyms)
    scores = ask(prepared, asked, Reader(texts), rounds)
    yield f"**{size:,} sentences** ({building.text / 1e6:.0f} MB), {len(asked)} questions, median of {rounds} rounds:"
    yield ""
    yield from table(scores)
    yield ""
    own = sorted(statistics.median(_timed(search, index, query) for _ in range(rounds)) for query in OWN)
    yield (
        f"Ours indexes {size / building.seconds:,.0f} sentences a second, at a peak of {building.peak / 1e6:,.0f} MB"
        f" for the process that does it; the index takes {building.size / building.text:.2f} times the text. {len(OWN)}"
        f" questions that only ours can be asked (values, fields): p50 {percentile(own, 50) * 1e3:.1f} ms,"
        f" p95 {percentile(own, 95) * 1e3:.1f} ms."
    )
    yield ""


def _timed(act: Callable[..., object], *given: object) -> float:
    begin = time.perf_counter()
    act(*given)
    return time.perf_counter() - begin


def peers(texts: Sequence[str], place: Path) -> Iterator[Prepared]:
    """Build the peers, each in files of its own."""
    folded = list(map(fold, texts))
    lines = place / "lines.txt"
    lines.write_text("\n".join(text.replace("\n", " ") for text in folded), encoding="utf-8")
    tantivy = Tantivy(place / "tantivy")
    yield Prepared(tantivy, _timed(tantivy.build, texts), _size(place / "tantivy"))
    for path, make in (("trigram.db", Trigrams), ("jieba.db", Jieba), ("scan.duckdb", Scan)):
        engine: Trigrams | Jieba | Scan = make(place / path)
        yield Prepared(engine, _timed(engine.build, folded), _size(place / path))
    yield Prepared(Ripgrep(lines), 0.0, _size(lines))


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*")) if path.is_dir() else path.stat().st_size


def ask(prepared: Sequence[Prepared], asked: Sequence[Question], reader: Reader, rounds: int) -> list[Score]:
    """Ask every engine every question: once for all answers, then in turns for time."""
    scores = [Score(one.engine.name, one.build, one.size) for one in prepared]
    for question in asked:
        expected = reader.answer(question)
        times: Mapping[str, list[float]] = {score.name: [] for score in scores}
        for score, one in zip(scores, prepared, strict=True):
            found = one.engine.all_numbers(question)
            right = len(found & expected)
            score.recall.append(right / len(expected) if expected else 1.0)
            score.precision.append(right / len(found) if found else 1.0)
            begin = time.perf_counter()
            total, _ = one.engine.first_page(question)
            times[score.name].append(time.perf_counter() - begin)
            score.exact += total == len(expected)
        for _ in range(rounds - 1):
            for one in prepared:
                if sum(times[one.engine.name]) > ENOUGH:
                    continue
                times[one.engine.name].append(_timed(one.engine.first_page, question))
        for score in scores:
            score.times.append(statistics.median(times[score.name]))
    return scores


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of the values are not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * len(ordered) + 0.5) - 1)]


def table(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield "| engine | p50 ms | p95 ms | max ms | recall | precision | exact totals | MB | build s |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for score in scores:
        times = [f"{1e3 * percentile(score.times, percent):.1f}" for percent in (50, 95, 100)]
        means = [f"{statistics.mean(values):.3f}" for values in (score.recall, score.precision)]
        exact = f"{score.exact}/{len(score.times)}"
        yield f"| {' | '.join([score.name, *times, *means, exact, f'{score.size / 1e6:.0f}', f'{score.build:.1f}'])} |"


if __name__ == "__main__":
    main()
