"""The way from one address of the site to another."""

from __future__ import annotations

from itertools import takewhile
from operator import eq


def relative(page: str, target: str) -> str:
    """Write the way from one address to another, anchors included.

    >>> relative("kcsp/2016-03-16/", "kcsp/2016-03-16/b2/#paragraph-1")
    'b2/#paragraph-1'
    """
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    here, there = page.split("/")[:-1], path.split("/")
    shared = sum(takewhile(bool, map(eq, here, there[:-1])))
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{way or './'}{mark}{anchor}"
