"""The way from one address of the site to another."""

from __future__ import annotations

import posixpath


def relative(page: str, target: str) -> str:
    """Write the way from one address to another, anchors included.

    >>> relative("kcsp/2016-03-16/", "kcsp/2016-03-16/b2/#paragraph-1")
    'b2/#paragraph-1'
    """
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    way = posixpath.relpath("/" + path, "/" + page)
    way = "./" if way == "." else way if not path or not path.endswith("/") else f"{way}/"
    if not path:
        way = f"{way}/" if way != "./" else way
    return f"{way}{mark}{anchor}"
