"""Where everything stands in a drawing: bars of an indicator, and the diagram of who answers to whom. Templates draw it.

A drawing says nothing that does not stand beside it in words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from textwrap import wrap

from public_record.model.agreement import Governance, GovernanceBody, Indicator

_BAR_ROW = 46
_BAR_TOP = 22
CHART_WIDTH = 320
"""As wide as the narrowest screen, so that its letters are never shrunk."""

_WIDTH = 640
_GAP = 44
_WIDEST = 210
_BOX_HEIGHT = 76
_BETWEEN_ROWS = 84
_LETTER = 9.0
_LINE = 17
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure as a bar."""

    label: str
    value: str
    y: int
    length: float
    baseline: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """The figures of an indicator, one below the other, from nothing."""

    bars: tuple[Bar, ...]
    height: int
    top: int = _BAR_TOP
    width: int = CHART_WIDTH


def bar_chart(indicator: Indicator, write: Callable[[Decimal], str]) -> BarChart | None:
    """Lay out the bars of an indicator; none where there are no figures, or one is below nothing. `write` writes a value."""
    figures = ([indicator.baseline] if indicator.baseline else []) + list(indicator.figures)
    highest = max((figure.value for figure in figures), default=0)
    if not highest or any(figure.value < 0 for figure in figures):
        return None
    bars = tuple(
        Bar(
            label=figure.period,
            value=write(figure.value),
            y=place * _BAR_ROW,
            length=round(float(figure.value / highest) * CHART_WIDTH, 1),
            baseline=figure is indicator.baseline,
        )
        for place, figure in enumerate(figures)
    )
    return BarChart(bars, len(bars) * _BAR_ROW)


@dataclass(frozen=True, slots=True)
class Box:
    """A body in the diagram."""

    body: GovernanceBody
    x: float
    y: float
    width: float
    lines: tuple[tuple[float, str], ...]
    """The name in lines, each with its place from the top."""
    height: int = _BOX_HEIGHT

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one body does for another; its number leads to the sentence that says it."""

    number: int
    sentence: str
    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def mark(self) -> tuple[float, float]:
        """Where its number stands."""
        return round((self.x1 + self.x2) / 2, 1), round((self.y1 + self.y2) / 2, 1)


@dataclass(frozen=True, slots=True)
class Diagram:
    """Bodies in rows, with arrows between them."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    height: float
    width: int = _WIDTH


def diagram(governance: Governance) -> Diagram:
    """Lay out the diagram of a governance: its rows as the clerk gave them, the boxes of a row evenly."""
    rows = [list(row) for _, row in groupby(sorted(governance.bodies, key=lambda body: body.row), key=lambda body: body.row)]
    boxes = {box.body.id: box for number, row in enumerate(rows) for box in _row(row, number)}
    height = len(rows) * _BOX_HEIGHT + (len(rows) - 1) * _BETWEEN_ROWS + 2 * _EDGE
    return Diagram(tuple(boxes.values()), tuple(_arrows(governance, boxes)), height)


def _row(bodies: Sequence[GovernanceBody], number: int) -> Iterator[Box]:
    width = min(_WIDEST, (_WIDTH - 2 * _EDGE - _GAP * (len(bodies) - 1)) / len(bodies))
    spare = _WIDTH - len(bodies) * width
    apart = spare / (len(bodies) + 1) if width == _WIDEST else _GAP
    left = apart if width == _WIDEST else _EDGE
    y = _EDGE + number * (_BOX_HEIGHT + _BETWEEN_ROWS)
    for place, body in enumerate(bodies):
        name = wrap(body.title, max(8, int(width / _LETTER)))
        top = (_BOX_HEIGHT - _LINE * len(name)) / 2 + _LINE * 0.78
        lines = tuple((round(top + _LINE * line, 1), words) for line, words in enumerate(name))
        yield Box(body, round(left + place * (width + apart), 1), y, round(width, 1), lines)


def _arrows(governance: Governance, boxes: dict[str, Box]) -> Iterator[Arrow]:
    """Draw each tie from edge to edge, the ends on one edge spread so that no two arrows meet."""
    ties = [
        (boxes[body.id], boxes[tie.to], f"{body.title}: {tie.how} {boxes[tie.to].body.title}.")
        for body in governance.bodies
        for tie in body.ties
        if tie.to in boxes
    ]
    ends: Counter[tuple[str, str]] = Counter()
    for start, end, _ in ties:
        ends.update([(start.body.id, _side(start, end)), (end.body.id, _side(end, start))])
    used: dict[tuple[str, str], int] = defaultdict(int)
    for number, (start, end, sentence) in enumerate(ties, start=1):
        (x1, y1), (x2, y2) = (_end(start, end, ends, used), _end(end, start, ends, used))
        yield Arrow(number, sentence, x1, y1, x2, y2)


def _side(box: Box, other: Box) -> str:
    if box.y != other.y:
        return "top" if other.y < box.y else "bottom"
    return "right" if other.x > box.x else "left"


def _end(box: Box, other: Box, ends: Counter[tuple[str, str]], used: dict[tuple[str, str], int]) -> tuple[float, float]:
    side = _side(box, other)
    used[box.body.id, side] += 1
    share = used[box.body.id, side] / (ends[box.body.id, side] + 1)
    if side in ("top", "bottom"):
        return round(box.x + box.width * share, 1), box.y if side == "top" else box.y + box.height
    return box.x + box.width if side == "right" else box.x, round(box.y + box.height * share, 1)
