"""One address for each kind of page."""

from __future__ import annotations

ADDRESSES = {
    "home": "",
    "meetings": "meetings/",
    "body": "kcsp/",
    "meeting": "kcsp/2016-03-16/",
    "meeting-notes-only": "kcsp/2015-10-14/",
    "item": "kcsp/2016-03-16/b2/",
    "item-withheld": "kcsp/2016-03-16/d2/",
    "item-without-paper": "kcsp/2016-03-16/a1/",
    "appendix": "kcsp/2016-03-16/b2/appendix-a/",
    "appendix-withheld": "kcsp/2014-03-18/b6/appendix-a/",
    "paper": "kcsp/2018-10-10/paper-1/",
    "notes": "kcsp/2016-03-16/notes/",
    "decisions": "decisions/",
    "decisions-of-a-year": "decisions/2016/",
    "decisions-of-a-kind": "decisions/kind/noted/",
    "agreements": "agreement/",
    "agreement": "agreement/2.0/",
    "requests": "requests/",
    "requests-of-a-year": "requests/2016/",
    "subjects": "subjects/",
    "subject": "subjects/prevent/",
    "withheld": "withheld/",
    "search": "search/",
    "search-results": "search/?q=wardens",
    "data": "data/",
    "about": "about/",
    "accessibility": "accessibility/",
}
