"""`format`: whole blocks of front matter change places, and nothing else changes by a byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.conftest import content
from public_record.clerk.formatting import formatted
from public_record.clerk.front import FrontMatter
from public_record.clerk.order import usual_order
from public_record.clerk.refusal import RefusalError
from public_record.model.kinds import FORMS
from tiny import TinySite

MEETING = "meetings/2026-09-14-hill"

# Values as clerks write them: with comments, empty lines and what looks like one of the three inside.
_PIECES = {
    "access": ["access: public\n", "access: restricted # for now\n"],
    "item": ["item: B1\n", "# as printed\nitem: B1\n"],
    "title": [
        "title: Lamps\n",
        'title: "Lamps: # a\n  plan"\n',
        "title: >-\n  Lamps\n\n  # in Mill Lane\n",
        "title: |+\n  Lamps\n\n\n",
    ],
    "by": ["by: [Ms A]\n", "by:\n  - Ms A\n  # and\n\n  - {name: Mr B}\n", "by:\n- Ms A\n# not the first\n- Mr B\n"],
    "to": ["\nto: The group\n", "# two\n\n# remarks\nto: 'It''s the group'\n"],
    "exemption": ["exemption: {basis: schedule-12a, paragraphs: [1]}\n", "exemption:\n  basis: confidential\n# the end\n"],
    "attachments": ["attachments:\n  - file: a.pdf\n    access: public\n"],
}
_REST = ["", "\nText.\n", "\naccess: public\n---\nkind: paper\n", "\n1.1 A\ttab, a \u00a0 and no end of line"]


@st.composite
def sources(draw: st.DrawFn) -> str:
    """Write a paper whose keys stand in any order."""
    keys = draw(st.permutations(["kind", *draw(st.sets(st.sampled_from(sorted(_PIECES))))]))
    blocks = ["kind: paper\n" if key == "kind" else draw(st.sampled_from(_PIECES[key])) for key in keys]
    head = draw(st.sampled_from(["---\n", "---\n# yaml-language-server: $schema=x.json\n", "---\n# Of the file.\n\n"]))
    source = "".join([head, *blocks, draw(st.sampled_from(["", "# the foot\n"])), "---\n", draw(st.sampled_from(_REST))])
    return source.replace("\n", "\r\n") if draw(st.booleans()) else source


def _rest(source: str) -> str:
    return source.replace("\r\n", "\n").split("\n---\n", 1)[1]


@given(sources())
def test_the_parts_of_a_file_are_the_file(source: str) -> None:
    """Nothing is lost in taking it apart."""
    assert FrontMatter.of(source).text == source


@given(sources())
def test_lines_are_moved_and_none_is_changed(source: str) -> None:
    """What the front matter says, the comments, the text and the ends of the lines: all the same."""
    result = formatted(source)
    assert sorted(result.split("\n")) == sorted(source.split("\n"))
    assert _rest(result) == _rest(source)
    assert FrontMatter.of(result).values == FrontMatter.of(source).values


@given(sources())
def test_keys_stand_in_their_usual_order(source: str) -> None:
    """That of the form, with what names the document on top."""
    keys = [block.key for block in FrontMatter.of(formatted(source)).blocks]
    assert keys == sorted(keys, key=usual_order("paper").index)


@given(sources())
def test_a_second_time_nothing_changes(source: str) -> None:
    """What is in order stays."""
    once = formatted(source)
    assert formatted(once) == once


def test_a_comment_goes_with_the_key_below_it_and_those_of_the_file_stay() -> None:
    """A remark is about what it stands above."""
    source = "---\n# yaml-language-server: $schema=x\n# who\nby: [Ms A] # twice\n# which\nitem: B1\nkind: paper\n# end\n---\n"
    expected = "---\n# yaml-language-server: $schema=x\nkind: paper\n# which\nitem: B1\n# who\nby: [Ms A] # twice\n# end\n---\n"
    assert formatted(source) == expected


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_begins_with_what_it_is_and_whether_it_is_public(kind: str) -> None:
    """Every key of the form has its place, once."""
    order = usual_order(kind)
    assert order[:2] == ("kind", "access")
    assert sorted(order) == sorted({info.alias or name for name, info in FORMS[kind].model_fields.items()})


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("No front matter.\n", "there is no front matter that could be read; `check` says more."),
        ("---\nkind: paper\n", "there is no front matter that could be read; `check` says more."),
        ("---\nkind: paper\ntitle: a: b\n---\n", "the front matter cannot be read; `check` says more."),
        ("---\naccess: public\naccess: draft\nkind: paper\n---\n", "the front matter cannot be read; `check` says more."),
        ("---\n{kind: paper, access: public}\n---\n", "a key does not stand at the start of a line of its own."),
        ("---\nkind: report\n---\n", "`kind` does not say what document this is."),
        ("---\nacess: public\nkind: paper\n---\n", "it has a key that is not known; `check` says which."),
    ],
    ids=["none", "unclosed", "unquoted", "twice", "braces", "unknown-kind", "unknown-key"],
)
def test_what_cannot_be_read_is_left_alone(source: str, message: str) -> None:
    """The clerk is told why, and who says more."""
    with pytest.raises(RefusalError, match=f"^{re.escape(message)}$"):
        formatted(source)


def test_a_value_that_only_looks_like_a_comment_is_not_parted() -> None:
    """Inside quotation marks a line may begin with the sign of a comment: what would read otherwise is not written."""
    message = "the front matter is written in a way that cannot be changed safely; change it by hand."
    with pytest.raises(RefusalError, match=f"^{message}$"):
        formatted('---\ntitle: "one\n# two"\nkind: paper\n---\n')


class TestVerb:
    """On the files of a record."""

    def test_files_are_put_in_order_and_named(self, desk: TinySite) -> None:
        """Only those that were not."""
        desk.write(f"content/{MEETING}/b1.md", "---\ntitle: Lamps\nitem: B1\naccess: public\nkind: paper\n---\n\nText.\n")
        result = desk.run("format")
        assert (result.exit_code, result.output) == (0, f"content/{MEETING}/b1.md was put in its usual order.\n")
        assert content(desk, f"{MEETING}/b1.md") == "---\nkind: paper\naccess: public\nitem: B1\ntitle: Lamps\n---\n\nText.\n"
        assert (desk.run("format").output, desk.run("check").output) == ("", "0 errors, 0 warnings.\n")

    def test_it_can_only_say_what_it_would_do(self, desk: TinySite) -> None:
        """Status 1, for a script; the file stays."""
        source = "---\ntitle: Lamps\nkind: paper\n---\n"
        path = desk.write(f"content/{MEETING}/b1.md", source)
        result = desk.run("format", "--check", str(path.parent))
        assert (result.exit_code, result.output) == (1, f"content/{MEETING}/b1.md is not in its usual order.\n")
        assert path.read_text() == source

    def test_only_what_is_named_is_looked_at(self, desk: TinySite) -> None:
        """A file or a folder."""
        desk.write(f"content/{MEETING}/b1.md", "---\ntitle: Lamps\nkind: paper\n---\n")
        result = desk.run("format", str(desk.root / "content" / MEETING / "agenda.md"))
        assert (result.exit_code, result.output) == (0, "")

    @pytest.mark.parametrize("data", [b"---\nkind: paper\n", b"---\nkind: paper\ntitle: \xff\n---\n"], ids=["open", "latin"])
    def test_what_is_left_alone_is_said(self, desk: TinySite, data: bytes) -> None:
        """Status 1, the file as it was, and not a word of it."""
        path = Path(desk.write(f"content/{MEETING}/b1.md", ""))
        path.write_bytes(data)
        result = desk.run("format")
        assert result.exit_code == 1
        assert result.output.startswith(f"content/{MEETING}/b1.md was left alone: ")
        assert path.read_bytes() == data
