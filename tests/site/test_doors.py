"""Every door that others have leaked through, each with a word behind it that must not come out.

The record below is the table: each `$name` in it is a channel, and stands for a word of its own that is withheld.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from PIL import Image, PngImagePlugin

from attached import docx, package, pdf, pdf_bytes, picture, relationships, xlsx
from tiny import AGENDA, FOLDER, NOTES, PAPER, TinySite, all_logs

GROUND = "exemption: {basis: schedule-12a, paragraphs: [3]}"

# What every kind of paper can state. Each document that is withheld has all of it, under channels of its own.
DETAILS = """\
title: ${which}title
by: [{name: ${which}author, role: ${which}authorrole}]
presented_by: [{name: ${which}presenter, substitute_for: ${which}absentee}]
to: ${which}to
classification: ${which}classification
contact: ${which}contact
background_papers: [${which}backgroundpaper]
source: {publisher: ${which}publisher, title: ${which}sourcetitle, licence: ${which}licence}
editor_notes: [${which}editornote]
"""

# What stands in the text of a document, whichever it is.
TEXT = """\
### 4.7 ${which}heading

7.3 ${which}paragraph *${which}emphasis* **${which}strong** `${which}codespan` [${which}linktext](https://${which}linktarget.example/
"${which}linktitle") [see][${which}label], ${which}noted[^${which}note].

(a) ${which}limb

Table: ${which}tablename

| ${which}tablehead | b |
| --- | --- |
| ${which}cell | d |

> ${which}quotation

- ${which}bullet

```
${which}codeblock
```

Recommendation: ${which}recommendation

Report back by 1 June 2025: ${which}request

RESOLVED that ${which}resolution:

(a) ${which}resolutionlimb

Action: ${which}owner

Editor's note: ${which}editorsnote

Post-meeting note: ${which}postmeetingnote

[${which}label]: https://${which}definitiontarget.example/ "${which}definitiontitle"

[^${which}note]: ${which}footnote
"""


def _of(which: str, text: str) -> str:
    """Give the channels of a text the name of the document in which they stand."""
    return text.replace("${which}", f"${which}")


def _document(which: str, *keys: str, details: str = DETAILS) -> str:
    return _of(which, "\n".join(["---", *keys, f"{details}---", "", TEXT.replace("### ", "## ")]))


ANOTHER, THIRD, FOURTH = (f"content/meetings/{day}-group" for day in ("2025-04-06", "2025-05-04", "2025-07-19"))

RECORD = {
    f"{FOLDER}/agenda.md": """\
---
kind: agenda
access: public
body: group
date: 2025-03-02
sections:
  - letter: B
    title: Matters for discussion
    items:
      - {ref: B1, title: The bridge, delivery: report, agreement: "98.76"}
      - {ref: B2, access: restricted, public_title: A matter, title: $itemtitle, note: $itemnote, editor_note: $itemeditornote,
         exemption: {basis: schedule-12a, paragraphs: [1]}}
  - letter: D
    title: $sectiontitle
    access: restricted
    exemption: {basis: schedule-12a, paragraphs: [1]}
    items:
      - ref: D1
        title: $closedtitle
        public_title: A review
        note: $closednote
        editor_note: $closededitornote
        speakers: [{name: $speaker, role: $speakerrole, substitute_for: $speakerabsent}]
        next_meeting: {date: 2044-04-04, venue: $nextvenue}
        pages: 977-979
---
""",
    f"{FOLDER}/notes.md": f"""\
---
kind: notes
access: public
body: group
date: 2025-03-02
minutes:
  - {{number: 9, access: restricted, public_title: A minute, {GROUND}}}
  - {{number: 11, open: {{reason: It was announced., parts: [outcome]}}}}
---

## 7. The bridge
(Item B1)

1. The engineer said that the bridge was sound.

::: restricted paragraph 3

{_of("minutepassage", TEXT)}
:::

RESOLVED that the report be noted.

## 8. $minutetitle
(Item D1)

{_of("minute", TEXT)}
## 9. $markedtitle
(Item B1)

{_of("marked", TEXT)}
## 10. $itemstitle
(Item B2)

$itemsminute

## 11. $parttitle
(Item D1)

1. $partparagraph said[^partnote].

RESOLVED that the rest be noted.

Post-meeting note: $partpostmeetingnote

[^partnote]: $partfootnote
""",
    f"{FOLDER}/b1.md": f"""\
---
kind: paper
access: public
item: B1
title: The bridge
attachments:
  - {{file: ${{openpng}}.png, access: public, title: Map, sha256: @openpng@}}
  - {{file: ${{openjpg}}.jpg, access: public, title: Photograph, sha256: @openjpg@}}
  - {{file: ${{openpdf}}.pdf, access: public, title: Drawing, sha256: @openpdf@}}
  - {{file: ${{opendocx}}.docx, access: public, title: Letter, sha256: @opendocx@}}
  - {{file: ${{openxlsx}}.xlsx, access: public, title: Sums, sha256: @openxlsx@}}
  - {{file: ${{closedcsv}}.csv, access: restricted, title: $closedcsvtitle, public_title: Prices, sha256: @closedcsv@,
     {GROUND}}}
---

## 1.0 The state of the bridge

1.1 The bridge was looked at and found sound[^sound].

::: restricted paragraph 3

{_of("passage", TEXT)}
:::

1.2 It is painted every year.

[^sound]: By two engineers.

[^unused]: $unusedfootnote

[$unusedlabel]: https://$unusedtarget.example/ "$unusedtitle"
""",
    f"{FOLDER}/${{restrictedfile}}.md": _document(
        "restricted", "kind: paper", "access: restricted", "item: B1", "paper: 2", "public_title: A paper", GROUND
    ),
    f"{FOLDER}/${{closedfile}}.md": _document(
        "closed",
        "kind: paper",
        "access: restricted",
        "item: D1",
        "dated: 1987-06-05",
        "public_title: $closedpublictitle",
        "public_summary: $closedsummary",
        "exemption: {basis: schedule-12a, paragraphs: [3], balance: $closedbalance, review: 2045-05-05}",
        "attachments:",
        "  - {file: ${closeddocx}.docx, access: restricted, title: $closeddocxtitle, public_title: $closeddocxpublictitle}",
    ),
    f"{FOLDER}/${{draftfile}}.md": _document(
        "draft",
        "kind: paper",
        "access: draft",
        "item: B1",
        "paper: 977",
        "public_title: $draftpublictitle",
        "attachments:",
        "  - {file: ${draftpng}.png, access: restricted, title: $draftpngtitle, public_title: $draftpngpublictitle}",
    ),
    f"{FOLDER}/${{embargoedfile}}.md": _document(
        "embargoed", "kind: paper", "access: public", "item: B1", "paper: 976", "publish_from: 2046-06-06"
    ),
    f"{FOLDER}/${{expiredfile}}.md": _document(
        "expired", "kind: paper", "access: public", "item: B1", "paper: 5", "publish_until: 2025-12-31", "public_title: A list"
    ),
    f"{FOLDER}/${{withdrawnfile}}.md": _document(
        "withdrawn",
        "kind: paper",
        "access: withdrawn",
        "item: B1",
        "paper: 6",
        "public_title: A plan",
        "withdrawn: {date: 2025-12-01, reason: It was wrong.}",
    ),
    f"{FOLDER}/${{appendixfile}}.md": _document(
        "appendix", "kind: appendix", "access: restricted", "item: B1", "appendix: A", "public_title: Figures", GROUND
    ),
    f"{FOLDER}/${{draftappendixfile}}.md": _document(
        "draftappendix",
        "kind: appendix",
        "access: draft",
        "item: B1",
        "appendix: QX9",
        "public_title: $draftappendixpublictitle",
    ),
    f"{ANOTHER}/agenda.md": AGENDA.replace("2025-03-02", "2025-04-06").replace("SECRET", "$firstagenda"),
    f"{ANOTHER}/notes.md": f"""\
---
kind: notes
access: restricted
{GROUND}
body: group
date: 2025-04-06
venue: $notesvenue
present: [{{name: $present, role: $presentrole, substitute_for: $presentfor}}]
also_present: [$alsopresent]
in_attendance: [$inattendance]
apologies: [$apologies]
editor_notes: [$noteseditornote]
---

$opening

## 8. $notestitle
(Item B1)

{_of("notes", TEXT)}
""",
    f"{THIRD}/agenda.md": f"""\
---
kind: agenda
access: restricted
{GROUND}
body: group
date: 2025-05-04
venue: $agendavenue
contact: $agendacontact
membership: [{{name: $member, role: $memberrole}}]
editor_notes: [$agendaeditornote]
sections:
  - title: $agendasection
    items:
      - {{ref: B1, title: $agendaitem, note: $agendanote, speakers: [$agendaspeaker]}}
      - {{ref: Q987z, title: $agendaadopting, notes_of: 2025-03-02}}
---

$introduction
""",
    f"{THIRD}/notes.md": """\
---
kind: notes
access: public
body: group
date: 2025-05-04
minutes:
  - {number: 21, adoption: {signed_by: $signature, corrections: [{minute: 7, text: $correction}]}}
---

## 21. $adoptingtitle
(Item Q987z)

$adopting
""",
    f"{FOURTH}/agenda.md": AGENDA.replace("2025-03-02", "2025-07-19")
    .replace("access: public\nbody", "access: draft\nbody")
    .replace("SECRET", "$draftagenda"),
    f"{FOURTH}/${{draftnotesfile}}.md": f"""\
---
kind: notes
access: draft
body: group
date: 2025-07-19
present: [$draftpresent]
---

## 987. $draftnotestitle
(Item B1)

{_of("draftnotes", TEXT)}
""",
    "content/agreement/${agreementfile}.md": _document(
        "agreement",
        "kind: agreement",
        "access: restricted",
        GROUND,
        'version: "3.0"',
        "known: whole",
        details="title: ${which}title\nknown_from: ${which}knownfrom\nthemes: [{id: a, title: ${which}theme}]\n"
        "editor_notes: [${which}editornote]\n"
        "priorities: [{id: a, title: ${which}priority, lead: ${which}lead}]\n",
    ),
    "content/agreement/${draftagreementfile}.md": _document(
        "draftagreement",
        "kind: agreement",
        "access: draft",
        'version: "98.76"',
        "known: whole",
        details="title: ${which}title\n",
    ),
}


def _png(word: str) -> bytes:
    unseen = PngImagePlugin.PngInfo()
    unseen.add_text("Author", word)
    written = io.BytesIO()
    Image.new("RGB", (4, 3), "green").save(written, "png", pnginfo=unseen)
    return written.getvalue()


def _jpg(word: str) -> bytes:
    return picture("JPEG", comment=word.encode())


def _pdf(word: str) -> bytes:
    made = pdf()
    made.docinfo["/Author"] = word
    with made.open_metadata() as metadata:
        metadata["dc:title"] = word
    return pdf_bytes(made)


def _office(parts: dict[str, str | bytes], word: str) -> bytes:
    core = f'<c:coreProperties xmlns:c="core" xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator>{word}</d:creator></c:coreProperties>'
    (main,) = (name for name in ("word/document.xml", "xl/workbook.xml") if name in parts)
    related = relationships(("officeDocument", main), ("metadata/core-properties", "docProps/core.xml"))
    return package({**parts, "_rels/.rels": related, "docProps/core.xml": core, f"docProps/{word}.xml": core})


FILES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "openpng": ("png", _png),
    "openjpg": ("jpg", _jpg),
    "openpdf": ("pdf", _pdf),
    "opendocx": ("docx", lambda word: _office(docx(), word)),
    "openxlsx": ("xlsx", lambda word: _office(xlsx(), word)),
    "closedcsv": ("csv", lambda word: f"{word},40\n".encode()),
    "closeddocx": ("docx", lambda word: _office(docx(), word)),
    "draftpng": ("png", _png),
}
"""Attachments by the channel of their name; what they hold unseen, or at all, is the same word."""

WORDS = sorted({word for name, text in RECORD.items() for word in Template(name + text).get_identifiers()})

TRACES = {
    "dateofadraftmeeting": "2025-07-19",
    "dateofadraftmeetinginwords": "19 July 2025",
    "dateofawithheldpaper": "1987-06-05",
    "dateofawithheldpaperinwords": "5 June 1987",
    "yearofanannouncedmeeting": "2044",
    "yearofareview": "2045",
    "yearofanembargo": "2046",
    "pagesofawithhelditem": "977-979",
    "numberofadraftpaper": "paper-977",
    "numberofanembargoedpaper": "paper-976",
    "markofadraftappendix": "appendix-qx9",
    "numberofadraftminute": "minute-987",
    "referenceonawithheldagenda": "q987z",
    "versionofadraftagreement": "98.76",
    "addressofadraftagreement": "98-76",
}
"""What is no word of a clerk and would tell all the same."""


def _canary(channel: str) -> str:
    return f"canary{channel}zq"


def _plant(site: TinySite) -> None:
    """Write the record with a word in each channel."""
    shutil.rmtree(site.root / "content")
    words = {channel: _canary(channel) for channel in WORDS}
    digests = {}
    for channel, (suffix, make) in FILES.items():
        data = make(_canary(channel))
        digests[channel] = hashlib.sha256(data).hexdigest()
        path = site.root / FOLDER / f"{_canary(channel)}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name, text in RECORD.items():
        planted = Template(text).substitute(words)
        for channel, digest in digests.items():
            planted = planted.replace(f"@{channel}@", digest)
        site.write(Template(name).substitute(words), planted)


@dataclass(frozen=True)
class Published:
    """What left the house: the site opened file by file, what the host said at every level, what the command line said."""

    site: TinySite
    files: dict[str, bytes]
    log: str
    output: str


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Build the record by the host's own command, telling everything, and by ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        site = TinySite(tmp_path_factory.mktemp("doors"))
        _plant(site)
        patch.chdir(site.root)
        with all_logs() as log:
            told = CliRunner().invoke(mkdocs, ["build", "--verbose"])
        assert told.exit_code == 0, told.output
        yield Published(site, site.outside(), "\n".join([*log, told.output]), site.build().output)


# Digits by chance: what the list of all files says of each, and what the policy of a page admits.
_DIGESTS = re.compile(rb'[0-9a-f]{64}|sha256-[\w+/]+=*|"size": ?\d+')


def test_no_door_lets_a_word_out(published: Published) -> None:
    """Neither in a name nor in a byte of the site, unpacked, nor in a log at any level."""
    told = {"log": published.log.lower().encode(), "command line": published.output.lower().encode()}
    out = b"\n".join({**published.files, **told}.values())
    assert [channel for channel in WORDS if _canary(channel).encode() in out] == []
    assert b"canary" not in out


@pytest.mark.parametrize("trace", TRACES.values(), ids=TRACES)
def test_no_door_lets_a_trace_out(published: Published, trace: str) -> None:
    """Dates, numbers and addresses of what is withheld."""
    shown = {name: _DIGESTS.sub(b"", data) for name, data in published.files.items()}
    assert [name for name, data in shown.items() if trace.lower().encode() in data] == []
    assert trace not in published.log + published.output


def test_every_word_was_planted(published: Published) -> None:
    """A door that was never tried proves nothing."""
    content = [path for path in (published.site.root / "content").rglob("*") if path.is_file()]
    held = b"\n".join(path.as_posix().encode() + path.read_bytes() for path in content)
    assert [channel for channel in WORDS if _canary(channel).encode() not in held] == []
    assert len(WORDS) > 300


def test_everything_that_may_be_seen_is_there(published: Published) -> None:
    """Were nothing published, no door would have been tried either."""
    site = published.site
    assert {name.partition("/2025-")[2] for name in site.files() if "/b1/" in name and name.endswith("index.html")} == {
        "03-02/b1/index.html",
        "03-02/b1/appendix-a/index.html",
        "03-02/b1/paper-2/index.html",
        "03-02/b1/paper-5/index.html",
        "03-02/b1/paper-6/index.html",
        "04-06/b1/index.html",
    }
    assert len(list((site.output / "group/2025-03-02/b1").glob("attachment-*"))) == 5
    assert "found sound" in site.html("group/2025-03-02/b1")
    assert [name for name, data in published.files.items() if "/fragment/" in name and b"found sound" in data]
    assert {"site/404.html", "site/data/record.zip", "site/data/record.json"} <= published.files.keys()
    assert "It was wrong." in site.html("group/2025-03-02/b1/paper-6")


def test_nothing_of_what_is_withheld_can_be_told_by_its_digest(published: Published) -> None:
    """Whoever guesses at a short file could make sure by it."""
    for path in (published.site.root / FOLDER).iterdir():
        digest = hashlib.sha256(path.read_bytes()).hexdigest().encode()
        assert [name for name, data in published.files.items() if digest in data] == []


def test_the_check_names_files_and_quotes_nothing(published: Published) -> None:
    """Its findings have the names of files, for whoever must mend them, and no word more."""
    output = published.site.run("check").output.lower()
    for path in (published.site.root / "content").rglob("*"):
        output = output.replace(path.name.lower(), "")
    assert [channel for channel in WORDS if _canary(channel) in output] == []


def _at(name: str, old: str, new: str) -> Callable[[TinySite], object]:
    """Change a file of the tiny record: in the text of the paper, in its keys, in the notes, in the agenda."""
    source = {"b1.md": PAPER, "notes.md": NOTES, "agenda.md": AGENDA}[name]
    assert old in source
    return lambda site: site.write(f"{FOLDER}/{name}", source.replace(old, new))


def _text(text: str) -> Callable[[TinySite], object]:
    return _at("b1.md", "1.3 It is painted", f"{text}\n\n1.3 It is painted")


def _key(line: str) -> Callable[[TinySite], object]:
    return _at("b1.md", "title: The bridge", f"title: The bridge\n{line}")


def _file(name: str, data: bytes) -> Callable[[TinySite], object]:
    """Attach a file that was cleared."""

    def attach(site: TinySite) -> None:
        (site.root / FOLDER / name).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        _key(f"attachments:\n  - {{file: {name}, access: public, title: Map, sha256: {digest}}}")(site)

    return attach


@pytest.mark.parametrize(
    ("door", "rule"),
    [
        pytest.param(_text("<!-- canary -->"), "raw-html", id="comment"),
        pytest.param(_text('Text <span title="canary">here</span>.'), "raw-html", id="attribute"),
        pytest.param(_text('<div data-canary="x">'), "raw-html", id="name of an attribute"),
        pytest.param(_text("The HTML.\n\n*[HTML]: canary"), "definition", id="abbreviation"),
        pytest.param(_text("![canary](https://x.example/a.png)"), "link-target", id="alternative text"),
        pytest.param(_text('![x](https://x.example/a.png "canary")'), "link-target", id="title of a picture"),
        pytest.param(
            _text("![canary][map]\n\n[map]: https://x.example/canary.png 'canary'"), "link-target", id="picture by label"
        ),
        pytest.param(_text('[x](canary.md "canary")'), "link-target", id="link to a file"),
        pytest.param(_text("[canary]: https://x.example/\n\n[canary]: https://y.example/"), "definition", id="label"),
        pytest.param(_text("::: restricted canary\n\ncanary\n\n:::"), "passage", id="mark"),
        pytest.param(_text("##### canary"), "heading-level", id="heading"),
        pytest.param(_text("#canary"), "heading-level", id="heading without space"),
        pytest.param(_text("Report back by canary: canary."), "request-due", id="request"),
        pytest.param(_text("canary\u200bcanary"), "stray-character", id="stray character"),
        pytest.param(_text("\u0441anary c\u0430nary canary"), "look-alike", id="look-alike"),
        pytest.param(_key("canary: canary"), "unknown-key", id="unknown key"),
        pytest.param(_key("source: {publisher: canary, canary: canary}"), "unknown-key", id="unknown nested key"),
        pytest.param(_key("accesss: canary"), "unknown-key", id="misspelt key"),
        pytest.param(_key("access: canary"), "duplicate-key", id="key twice"),
        pytest.param(_key("purpose: canary"), "invalid-value", id="unknown word"),
        pytest.param(_key("dated: canary"), "invalid-value", id="date"),
        pytest.param(_key("replaces: canary"), "invalid-value", id="number"),
        pytest.param(_key("publish_from: canary"), "invalid-value", id="day"),
        pytest.param(_key("editor_notes: {canary: canary}"), "invalid-value", id="mapping for a list"),
        pytest.param(_key("to: [canary, {canary: canary}]"), "invalid-value", id="list for text"),
        pytest.param(_key("to: canary: canary"), "front-matter", id="unquoted colon"),
        pytest.param(_key('to: "canary'), "front-matter", id="quotation never closed"),
        pytest.param(_key("to: [canary"), "front-matter", id="bracket never closed"),
        pytest.param(_key("to: &canary x\ncontact: *canary"), "yaml-feature", id="alias"),
        pytest.param(_key("to: *canary"), "front-matter", id="alias of nothing"),
        pytest.param(_key("to: !canary x"), "yaml-feature", id="tag"),
        pytest.param(_key("attachments: [{file: canary.pdf, access: public, title: canary}]"), "attachment", id="no such file"),
        pytest.param(_key("attachments: [{file: ../canary.pdf, access: public}]"), "invalid-value", id="file elsewhere"),
        pytest.param(_at("b1.md", "kind: paper", "kind: canary"), "invalid-value", id="unknown kind"),
        pytest.param(_at("b1.md", "item: B1", "item: canary"), "invalid-value", id="reference"),
        pytest.param(_at("agenda.md", "delivery: verbal", "subjects: [canary]"), "unknown-subject", id="subject"),
        pytest.param(_at("agenda.md", "body: group", "body: canary"), "wrong-meeting", id="body"),
        pytest.param(_at("notes.md", "(Item B1)", "(Item C9)\n\ncanary"), "unknown-item", id="minute of no item"),
        pytest.param(_at("notes.md", "## 8. SECRET", "## 7. canary SECRET"), "minute-number", id="number twice"),
        pytest.param(_file("a.pdf", b"%PDF-1.7 canary"), "attachment", id="broken PDF"),
        pytest.param(_file("a.png", b"\x89PNG\r\n\x1a\n canary"), "attachment", id="broken picture"),
        pytest.param(_file("a.docx", b"PK\x03\x04 canary"), "attachment", id="broken Word file"),
        pytest.param(
            _file("a.docx", package(docx('<w:p><w:ins w:author="canary"><w:r><w:t>canary</w:t></w:r></w:ins></w:p>'))),
            "attachment",
            id="tracked change in a Word file",
        ),
        pytest.param(_file("a.csv", b"canary,\xff\xfe\n"), "attachment", id="unreadable table"),
        pytest.param(
            lambda site: (site.root / FOLDER / "b1.md").write_bytes(PAPER.encode() + b"canary \xff"), "encoding", id="encoding"
        ),
    ],
)
def test_a_door_that_is_shut_does_not_say_what_stood_before_it(
    site: TinySite, monkeypatch: pytest.MonkeyPatch, door: Callable[[TinySite], object], rule: str
) -> None:
    """The build stops; neither its messages at any level nor its exceptions, to the first of their causes, hold a word."""
    door(site)
    monkeypatch.chdir(site.root)
    with all_logs() as log:
        result = CliRunner().invoke(mkdocs, ["build", "--verbose"])
    assert result.exc_info
    raised = "".join(traceback.format_exception(*result.exc_info))
    told = "\n".join([*log, result.output, raised]).lower()
    assert result.exit_code == 1
    assert f"[{rule}]" in told
    assert not _words_in(told, site.root)
    assert site.leftovers() == []


def _words_in(told: str, root: Path) -> list[str]:
    """List the lines that hold a withheld word; the name of a file is no word of it."""
    lines = told.replace(str(root).lower(), "").replace("secretfile.md", "").splitlines()
    return [line for line in lines if "canary" in line or "secret" in line]
