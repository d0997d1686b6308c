"""What a browser is told not to do with a page: the Content-Security-Policy.

Nothing runs inline on these pages, neither script nor style, so the policy has no exception and no digest to name. Linked data
(`application/ld+json`) are data: a browser neither runs them nor asks the policy about them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from public_record.pages.page import PageKind

REFERRER = "same-origin"
"""Another site is not told what a reader was reading."""

_SELF, _NONE = "'self'", "'none'"
_ORDINARY: Mapping[str, Sequence[str]] = {
    "default-src": (_NONE,),
    "script-src": (_SELF,),
    "style-src": (_SELF,),
    "img-src": (_SELF,),
    "connect-src": (_SELF,),
    "form-action": (_SELF,),
    "base-uri": (_NONE,),
    "require-trusted-types-for": ("'script'",),
}
# Pagefind finds in WebAssembly.
_SEARCHING: Mapping[str, Sequence[str]] = {**_ORDINARY, "script-src": (_SELF, "'wasm-unsafe-eval'")}
_HEADER: Mapping[str, Sequence[str]] = {**_SEARCHING, "frame-ancestors": (_NONE,)}


def policy(kind: str | None) -> str:
    """Write the policy that a page of a kind carries; None is a hand-written page."""
    return _written(_SEARCHING if kind == PageKind.SEARCH else _ORDINARY)


def headers() -> dict[str, str]:
    """Name what a host should send with every file of the site: it says what a page cannot say of itself."""
    return {
        "Content-Security-Policy": _written(_HEADER),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }


def _written(directives: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(" ".join((name, *values)) for name, values in directives.items())
