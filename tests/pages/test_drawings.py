"""Drawings are laid out from data alone, and nothing in them lies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from public_record.model.agreement import Figure, Governance, GovernanceBody, Indicator, PrintedChange, Tie
from public_record.model.vocabulary import Unit
from public_record.pages.drawings import CHART_WIDTH, bar_chart, diagram
from public_record.pages.figures import ChangeShown, change, shown, value


def _indicator(*values: str, baseline: str | None = None, unit: Unit = Unit.NUMBER, **fields: object) -> Indicator:
    figures = tuple(Figure(str(2012 + place), Decimal(number)) for place, number in enumerate(values))
    first = Figure("2010", Decimal(baseline)) if baseline else None
    return Indicator("lit", "indicator-lit", "lamps", "Lamps lit", unit, baseline=first, figures=figures, **fields)  # type: ignore[arg-type]


def test_bars_begin_at_nothing_and_are_as_long_as_their_figures() -> None:
    """A bar that began elsewhere would make a small change look great."""
    chart = bar_chart(_indicator("50", "100", baseline="25"), str)
    assert chart
    assert [(bar.label, bar.value, bar.length, bar.baseline) for bar in chart.bars] == [
        ("2010", "25", CHART_WIDTH / 4, True),
        ("2012", "50", CHART_WIDTH / 2, False),
        ("2013", "100", CHART_WIDTH, False),
    ]


@pytest.mark.parametrize("values", [(), ("0", "0"), ("-1", "3")], ids=["no figures", "nothing but nothing", "below nothing"])
def test_what_bars_cannot_show_is_left_to_the_table(values: tuple[str, ...]) -> None:
    assert bar_chart(_indicator(*values), str) is None


@pytest.mark.parametrize(
    ("amount", "unit", "percent", "words"),
    [
        pytest.param("1.8", Unit.NUMBER, True, "up 1.8%", id="per cent"),
        pytest.param("-0.4", Unit.PERCENTAGE, False, "down 0.4 percentage points", id="points"),
        pytest.param("-1200", Unit.NUMBER, False, "down 1,200", id="number"),
        pytest.param("0.0", Unit.PERCENTAGE, False, "no change", id="none"),
    ],
)
def test_a_change_is_written_in_words(amount: str, unit: Unit, percent: bool, words: str) -> None:  # noqa: FBT001
    """An arrow alone is not read out, and is lost in copying."""
    assert change(Decimal(amount), unit, percent=percent) == words


def test_figures_are_written_as_they_were_printed() -> None:
    assert (value(Decimal("24.0"), Unit.PERCENTAGE), value(Decimal(25335), Unit.NUMBER)) == ("24.0%", "25,335")


def test_a_change_stands_as_printed_beside_what_its_figures_give() -> None:
    """The one is the record, the other the sum; where they agree, once is enough."""
    indicator = _indicator(
        "23690",
        "24137",
        baseline="25335",
        change=PrintedChange(Decimal("1.8"), percent=True),
        difference=PrintedChange(Decimal("-4.7"), percent=True),
        counts="crimes",
    )
    written = shown(indicator)
    assert (written.change, written.difference) == (
        ChangeShown("Change from the time before", "up 1.8%", "up 1.9%"),
        ChangeShown("Difference from the baseline", "down 4.7%", None),
    )
    assert written.rows == (("2010 (baseline)", "25,335"), ("2012", "23,690"), ("2013", "24,137"))
    assert (written.summary, written.measured) == (
        "2010 (baseline): 25,335; 2012: 23,690; 2013: 24,137",
        "Number of crimes",
    )


def test_a_change_without_two_figures_is_not_worked_out() -> None:
    written = shown(_indicator("3", change=PrintedChange(Decimal(2), percent=False)))
    assert (written.change, written.difference) == (ChangeShown("Change from the time before", "up 2", None), None)


GOVERNANCE = Governance(
    (
        GovernanceBody("watch", "Those who watch", 1),
        GovernanceBody("pact", "The partnership", 2, ties=(Tie("watch", "answers to"),)),
        GovernanceBody("one", "One group", 3, ties=(Tie("pact", "supports"), Tie("two", "helps"))),
        GovernanceBody("two", "A second group with a name that needs several lines", 3, ties=(Tie("pact", "supports"),)),
    )
)


def test_every_tie_is_an_arrow_with_a_sentence() -> None:
    """Whoever does not see the diagram reads the same."""
    drawn = diagram(GOVERNANCE)
    assert [(arrow.number, arrow.sentence) for arrow in drawn.arrows] == [
        (1, "The partnership: answers to Those who watch."),
        (2, "One group: supports The partnership."),
        (3, "One group: helps A second group with a name that needs several lines."),
        (4, "A second group with a name that needs several lines: supports The partnership."),
    ]


def test_boxes_stand_in_their_rows_inside_the_drawing_and_apart() -> None:
    drawn = diagram(GOVERNANCE)
    assert [box.y for box in drawn.boxes] == sorted(box.y for box in drawn.boxes)
    for box in drawn.boxes:
        assert 0 <= box.x < box.x + box.width <= drawn.width
        assert 0 <= box.y < box.y + box.height <= drawn.height
        assert all(0 < top < box.height for top, _ in box.lines)
        assert " ".join(words for _, words in box.lines) == box.body.title
    one, two = drawn.boxes[2:]
    assert one.x + one.width < two.x


def test_arrows_end_at_the_edges_of_their_boxes() -> None:
    """From below to above, and from side to side."""
    drawn = diagram(GOVERNANCE)
    watch, pact, one, two = drawn.boxes
    up, _, across, _ = drawn.arrows
    assert (up.y1, up.y2) == (pact.y, watch.y + watch.height)
    assert (across.x1, across.x2) == (one.x + one.width, two.x)


def test_a_tie_to_a_body_that_is_not_drawn_is_left_out() -> None:
    assert diagram(Governance((GovernanceBody("a", "A", 1, ties=(Tie("b", "helps"),)),))).arrows == ()
