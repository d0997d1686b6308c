"""Changes between figures, as reports print them: in per cent between two numbers, in points between two percentages."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


class Change(NamedTuple):
    """A change, in per cent or in the unit of the figures."""

    value: Decimal
    percent: bool


def read_change(printed: str) -> Change:
    """Read a change as the form admits it: `+1.8%`, `-0.4`."""
    return Change(Decimal(printed.removesuffix("%")), printed.endswith("%"))


def worked_out(before: Decimal, after: Decimal, printed: Decimal, *, percent: bool) -> Decimal | None:
    """Work a change out of its two figures, to as many places as were printed; None where there is no answer.

    >>> worked_out(Decimal(23690), Decimal(24137), Decimal("1.8"), percent=True)
    Decimal('1.9')
    """
    if percent and not before:
        return None
    change = (after - before) * 100 / before if percent else after - before
    places = Decimal(1).scaleb(min(int(printed.as_tuple().exponent), 0))
    return change.quantize(places, ROUND_HALF_UP)
