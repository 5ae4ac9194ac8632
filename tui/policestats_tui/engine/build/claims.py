"""The same statement told by several documents of one briefing counts once."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from policestats_tui.engine.model import Figure

Key = tuple[object, ...]

_REACH = 2
"""How many figures further on the next one in common may stand: the other document may tell one more in between."""
_DISTINCTIVE = 3
"""Significant digits from which on a number hardly occurs twice in one briefing by chance."""


def number_claims(figures: Iterable[Figure], first: int) -> list[int]:
    """Return the claim of each figure of one briefing; claims are numbered from `first` on, in reading order.

    `figures` come document by document, in reading order. Figures of two documents tell one claim only where value,
    unit and direction agree. Beside these they must agree in the measure, or the figure next to them must be one claim
    too, or the number must be distinctive: 1,591 is, 2 is not. Campaign, region and period decide only which of several
    equal figures belong together, because one language often leaves to the context what the other says.
    """
    told = _Told()
    for _, document in groupby(figures, key=lambda figure: figure.doc):
        told.add(list(document))
    return [first + claim for claims in told.claims for claim in claims]


class _Told:
    """Documents and the claims that they tell; a document tells each claim once."""

    def __init__(self) -> None:
        self.claims: list[list[int]] = []
        self._documents: list[list[Figure]] = []
        self._places: list[list[tuple[int, int]]] = []

    def add(self, document: list[Figure]) -> None:
        """Find the claims of a document among those told before, the surest first; the others are new."""
        paired: dict[int, int] = {}
        self._pair_equal(document, paired, _distinctive_measure)
        self._pair_beside(document, paired)
        self._pair_equal(document, paired, _setting)
        self._pair_equal(document, paired, _measure)
        self._pair_beside(document, paired)
        self._pair_equal(document, paired, _distinctive)
        self._keep(document, paired)

    def _keep(self, document: list[Figure], paired: dict[int, int]) -> None:
        claims = []
        for place in range(len(document)):
            claim = paired.get(place, len(self._places))
            if claim == len(self._places):
                self._places.append([])
            self._places[claim].append((len(self._documents), place))
            claims.append(claim)
        self._documents.append(document)
        self.claims.append(claims)

    def _pair_equal(
        self, document: Sequence[Figure], paired: dict[int, int], key: Callable[[Figure], Key | None]
    ) -> None:
        """Pair figures with the claims of an equal key, the first with the first."""
        waiting, taken = self._by_key(key), set(paired.values())
        for place, figure in enumerate(document):
            known = None if place in paired else key(figure)
            queue = waiting.get(known, deque()) if known is not None else deque()
            while queue and place not in paired:
                if (claim := queue.popleft()) not in taken:
                    paired[place] = claim
                    taken.add(claim)

    def _by_key(self, key: Callable[[Figure], Key | None]) -> dict[Key, deque[int]]:
        """Return the claims by the keys of those who tell them."""
        found: dict[Key, deque[int]] = defaultdict(deque)
        for claim, places in enumerate(self._places):
            for known in {key(self._documents[document][place]) for document, place in places} - {None}:
                found[known or ()].append(claim)
        return found

    def _pair_beside(self, document: Sequence[Figure], paired: dict[int, int]) -> None:
        """Pair figures that follow or precede, in both documents, a claim that is paired."""
        taken = set(paired.values())
        for step in (1, -1):
            for place in range(len(document))[::step]:
                near = (paired.get(place - back * step) for back in range(1, _REACH + 1))
                if place in paired or not (neighbours := [claim for claim in near if claim is not None]):
                    continue
                for claim in self._following(neighbours, step):
                    if claim not in taken and self._is_told(claim, document[place]):
                        paired[place] = claim
                        taken.add(claim)
                        break

    def _following(self, neighbours: Iterable[int], step: int) -> Iterator[int]:
        """Yield the claims that stand next to some claims, in the documents that tell these."""
        for document, place in (told for claim in neighbours for told in self._places[claim]):
            row = self.claims[document]
            yield from row[place + 1 : place + 1 + _REACH] if step > 0 else row[max(place - _REACH, 0) : place][::-1]

    def _is_told(self, claim: int, figure: Figure) -> bool:
        document, place = self._places[claim][0]
        return _value(self._documents[document][place]) == _value(figure)


def _value(figure: Figure) -> Key:
    return (figure.value, figure.unit, figure.direction)


def _measure(figure: Figure) -> Key:
    return (*_value(figure), figure.object, figure.action, figure.kind)


def _setting(figure: Figure) -> Key:
    return (*_measure(figure), figure.campaign, figure.region, figure.period)


def _distinctive(figure: Figure) -> Key | None:
    digits = f"{figure.value:.12e}".partition("e")[0].replace(".", "").rstrip("0")
    return _value(figure) if len(digits) >= _DISTINCTIVE else None


def _distinctive_measure(figure: Figure) -> Key | None:
    return _measure(figure) if _distinctive(figure) else None
