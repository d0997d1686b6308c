"""Every rule by its id, with what it asks, why, and what to do. `explain` and docs/rules.md are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The ids of the rules. An id is never given to another rule."""

    ACCESS_CONFLICT = "access-conflict"
    AGREEMENT_ACTION = "agreement-action"
    AGREEMENT_DATES = "agreement-dates"
    AGREEMENT_ID = "agreement-id"
    AGREEMENT_LEAD = "agreement-lead"
    AGREEMENT_REFRESH = "agreement-refresh"
    ATTACHMENT = "attachment"
    CLEAR_DAYS = "clear-days"
    DEFINITION = "definition"
    DUPLICATE_KEY = "duplicate-key"
    ENCODING = "encoding"
    EXEMPTION = "exemption"
    FOLDER_NAME = "folder-name"
    FRONT_MATTER = "front-matter"
    HEADING_LEVEL = "heading-level"
    INDICATOR_CHANGE = "indicator-change"
    INVALID_VALUE = "invalid-value"
    ITEM_REFERENCE = "item-reference"
    LINK = "link"
    LINK_TARGET = "link-target"
    LOOK_ALIKE = "look-alike"
    MINUTE_NUMBER = "minute-number"
    MISSING_KEY = "missing-key"
    PASSAGE = "passage"
    RAW_HTML = "raw-html"
    REQUEST_DUE = "request-due"
    SECOND_DOCUMENT = "second-document"
    SETTINGS = "settings"
    STRAY_CHARACTER = "stray-character"
    TABLE_NAME = "table-name"
    TITLE = "title"
    TWO_TREES = "two-trees"
    UNEXPECTED_FILE = "unexpected-file"
    UNKNOWN_BODY = "unknown-body"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_SUBJECT = "unknown-subject"
    UNREADABLE = "unreadable"
    WITHDRAWN = "withdrawn"
    WRONG_MEETING = "wrong-meeting"
    YAML_FEATURE = "yaml-feature"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands on the page of a rule."""

    asks: str
    """What the rule asks for, in a sentence."""
    why: str
    wrong: str
    """An example that breaks the rule."""
    right: str
    """The same, mended."""


RULES: dict[Rule, Explanation] = {
    Rule.ACCESS_CONFLICT: Explanation(
        "Nothing says that it is public while what it stands in is restricted.",
        "Of two marks that contradict each other one is a mistake, and publishing on a guess cannot be taken back. The "
        "stricter mark wins, and the build stops until the item itself says why it is open.",
        "# in a restricted section\n- {ref: C2, title: Prevent update, access: public}",
        '- ref: C2\n  title: Prevent update\n  access: public\n  open: {reason: "The paper was published in the open pack."}',
    ),
    Rule.AGREEMENT_ACTION: Explanation(
        "Each action of an action plan serves a priority.",
        "Readers find an action by the priority that it serves, and nobody answers for one that serves none. On the archive "
        "this is a warning.",
        '- {number: "1.2", aim: Fewer burglaries}',
        '- {number: "1.2", priority: acquisitive-crime, aim: Fewer burglaries}',
    ),
    Rule.AGREEMENT_DATES: Explanation(
        "The versions of the agreement follow one another without gap and without overlap.",
        "The site shows the version that is in force on the day of the build; it cannot know which, where two are or none. "
        "`effective` says from when to when a version is in force, `period` the time of the agreement that a refresh leaves "
        "as it is. On the archive this is a warning.",
        "# 1.0.md\neffective: {from: 2017-04-01, to: 2018-02}\n# 2.0.md\neffective: {from: 2018-04}",
        "# 1.0.md\neffective: {from: 2017-04-01, to: 2018-03}\n# 2.0.md\neffective: {from: 2018-04}",
    ),
    Rule.AGREEMENT_ID: Explanation(
        "In a version of the agreement an id stands for one thing, and whatever is named by its id is there.",
        "Priorities and themes are followed through the versions by their ids, whatever they are called there; the address of "
        "a priority is made from its id, so it never changes.",
        "priorities:\n  - {id: safeguarding, title: Safeguarding}\naction_plan:\n  actions:\n    - {number: 1, priority: "
        "safe-guarding, aim: …}",
        "priorities:\n  - {id: safeguarding, title: Safeguarding}\naction_plan:\n  actions:\n    - {number: 1, priority: "
        "safeguarding, aim: …}",
    ),
    Rule.AGREEMENT_LEAD: Explanation(
        "Each priority of the agreement has a lead, or says why it has none.",
        "The lead answers to the partnership for the priority. Where the record does not say who led, a reader is told that. "
        "On the archive this is a warning.",
        "- {id: road-safety, title: Road Safety}",
        "- {id: road-safety, title: Road Safety, no_lead: The record does not say who led.}",
    ),
    Rule.AGREEMENT_REFRESH: Explanation(
        "The latest version of the agreement is not overdue by a year.",
        "The agreement says of itself that it is refreshed every year. Always a warning: a day that passes must not keep the "
        "rest of the record from being published.",
        "effective: {from: 2023-04-01}  # and no later version in May 2026",
        "# a further file in content/agreement/\neffective: {from: 2026-04-01}",
    ),
    Rule.ATTACHMENT: Explanation(
        "An attachment stands beside its paper, is named by it, is the file that was cleared, and carries nothing unseen.",
        "A file can hold what nobody sees: comments, tracked changes, hidden sheets, where a picture was taken. So each one is "
        "admitted by the digest of what somebody looked at, and cleaned; one that cannot be cleaned is not published.",
        "attachments:\n  - {file: b1-map.pdf, access: public}",
        "attachments:\n  - file: b1-map.pdf\n    access: public\n    title: Map of the pilot area\n    sha256: "
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    Rule.CLEAR_DAYS: Explanation(
        "The notice of a meeting is published five clear days before it.",
        "Local Government Act 1972, section 100A(6)(a), as amended by SI 2002/715: working days, without the day of the notice "
        "and the day of the meeting. The partnership follows it as policy. On the archive this is a warning.",
        "date: 2026-03-16\npublished: 2026-03-12",
        "date: 2026-03-16\npublished: 2026-03-06",
    ),
    Rule.DEFINITION: Explanation(
        "The text of a footnote, or the target of a link, stands once, at the start of a line of its own.",
        "It is published only if something public uses it. Of two with one name, or of one inside a list or a quotation, "
        "nobody can say who uses it.",
        "> [^1]: Letter of 3 May.\n\n[^1]: Letter of 4 May.",
        "[^1]: Letter of 3 May.\n\n[^2]: Letter of 4 May.",
    ),
    Rule.DUPLICATE_KEY: Explanation(
        "A key stands once.",
        "YAML readers let the last one win in silence; if it is `access`, that publishes.",
        "access: restricted\naccess: public",
        "access: restricted",
    ),
    Rule.ENCODING: Explanation(
        "Files are in UTF-8 without a byte order mark.",
        "In another encoding letters change, and a mark before the first `---` would turn front matter into text.",
        "(a file saved as Windows-1252, or as UTF-8 with BOM)",
        "(the same file saved as UTF-8)",
    ),
    Rule.EXEMPTION: Explanation(
        "What is restricted says on what ground.",
        "Local Government Act 1972, section 100A and Schedule 12A: exempt information is so under a numbered paragraph, and "
        "only while the public interest in keeping it back outweighs that in disclosure (paragraph 10). A reader is owed "
        "both, and a date on which it is looked at again. On the record of meetings before 2026 `basis: not-stated` is "
        "allowed.",
        "access: restricted",
        "access: restricted\nexemption:\n  basis: schedule-12a\n  paragraphs: [3]\n"
        "  balance: Bidders would learn each other's prices.\n  review: 2027-01-31",
    ),
    Rule.FOLDER_NAME: Explanation(
        "The folder of a meeting is named by its date and the id of its body.",
        "Addresses are made from the two, and they never change once they are known.",
        "content/meetings/March 2016/",
        "content/meetings/2016-03-16-kcsp/",
    ),
    Rule.FRONT_MATTER: Explanation(
        "A file begins with front matter that can be read.",
        "Without it nobody knows what the file is and whether it is public. Most often a value holds `: ` and is not quoted.",
        "---\ntitle: Staffing: grievance\n---",
        '---\ntitle: "Staffing: grievance"\n---',
    ),
    Rule.HEADING_LEVEL: Explanation(
        "Headings begin at `## ` and go down one step at a time.",
        "A screen reader's user finds the way by them; `# ` is the title, which stands in the front matter.",
        "# Background\n\n#### Detail",
        "## Background\n\n### Detail",
    ),
    Rule.INDICATOR_CHANGE: Explanation(
        "A change that an indicator states is the difference of its figures.",
        "Readers quote the change rather than the figures. What was printed stands as printed, so this is always a warning; "
        "the page says what the figures give.",
        "figures:\n  - {period: 2012, value: 23690}\n  - {period: 2013, value: 24137}\nchange: +1.8%",
        "figures:\n  - {period: 2012, value: 23690}\n  - {period: 2013, value: 24137}\nchange: +1.9%",
    ),
    Rule.INVALID_VALUE: Explanation(
        "A value has the form that its key asks for.",
        "A value that is nearly right (`Public`, `16/03/2016`) is not guessed at.",
        "access: Public\ndate: 16 March 2016",
        "access: public\ndate: 2016-03-16",
    ),
    Rule.ITEM_REFERENCE: Explanation(
        "Each item has a reference, or a place, that no other item of the agenda has.",
        "The address of the item is made from it, and papers and minutes name the item by it.",
        "- {ref: B1, title: One}\n- {ref: B1, title: Two}",
        "- {ref: B1, title: One}\n- {ref: B2, title: Two}",
    ),
    Rule.LINK: Explanation(
        "There are no links (symbolic links) in content/.",
        "A link can lead out of the record, to a file that nobody has looked at.",
        "content/meetings/2016-03-16-kcsp/b1.md -> /home/me/draft.md",
        "content/meetings/2016-03-16-kcsp/b1.md",
    ),
    Rule.LINK_TARGET: Explanation(
        "A link in a text leads to `https://`, `http://` or `mailto:`, and no picture stands there.",
        "Pages have addresses of their own, so the name of a file leads nowhere, and an address of another kind can run a "
        "script in the reader's browser. A picture can carry what nobody sees; as an attachment it is cleared and cleaned.",
        "See the [strategy](../b2.md).\n\n![Map](map.png)",
        "See the [strategy](https://www.example.org/strategy) in item B2.",
    ),
    Rule.LOOK_ALIKE: Explanation(
        "Words are in letters of one alphabet.",
        "Text taken from a PDF can hold Cyrillic letters that look Latin: nobody finds the word by searching, and no rule "
        "finds it either.",
        "\N{CYRILLIC CAPITAL LETTER TE}o: the partnership",
        "To: the partnership",
    ),
    Rule.MINUTE_NUMBER: Explanation(
        "A minute's number stands once in its notes, and what the front matter says of a minute is of one that exists.",
        "The address of the minute is made from it. A mark on a minute that is not there protects nothing.",
        "## 116. One\n\n## 116. Two",
        "## 116. One\n\n## 117. Two",
    ),
    Rule.MISSING_KEY: Explanation(
        "The keys that a document needs are there.",
        "Above all `access`: nothing is public by silence.",
        "kind: paper\ntitle: Road safety",
        "kind: paper\naccess: public\ntitle: Road safety",
    ),
    Rule.PASSAGE: Explanation(
        "A restricted passage is opened and closed by its marks, each alone on a line.",
        "A mark that is nearly right protects nothing, and whoever wrote it believes that it does.",
        "::: Restricted\nText",
        "::: restricted paragraph 1\nText\n:::",
    ),
    Rule.RAW_HTML: Explanation(
        "There is no HTML in the text of a record, and no comments.",
        "Comments are published with the page for everyone who looks at its source. Markdown says all that a paper needs.",
        "<!-- ask legal before publishing -->",
        "::: restricted paragraph 5\nAsk legal before publishing.\n:::",
    ),
    Rule.REQUEST_DUE: Explanation(
        "A report asked for says when it is due, or that no date was set.",
        "Readers follow what was promised; a promise without a word about its date is lost.",
        "Report back: progress on wardens.",
        "Report back, no date: progress on wardens.",
    ),
    Rule.SECOND_DOCUMENT: Explanation(
        "A meeting has one agenda and one set of notes; papers of an item, and appendices of a paper, have their own numbers.",
        "Two documents with one address cannot both be published.",
        "# two files\nkind: paper\nitem: B1",
        "# the second file\nkind: paper\nitem: B1\npaper: 2",
    ),
    Rule.SETTINGS: Explanation(
        "site_config/record.yml, and the part of mkdocs.yml that bears on safety, are as the generator needs them.",
        "With other extensions, plugins or folders MkDocs could publish what never passed the gate.",
        "docs_dir: content",
        "docs_dir: site_config/pages",
    ),
    Rule.STRAY_CHARACTER: Explanation(
        "There are no invisible characters, tabs, or signs that only look like a colon.",
        "They can keep a mark from being one: with a zero-width space in it `::: restricted` is ordinary text.",
        "access:\N{NO-BREAK SPACE}public  (with an invisible character)",
        "access: public",
    ),
    Rule.TABLE_NAME: Explanation(
        "A table has a name in the line before it.",
        "A screen reader announces it, and a table that is cited without its paper still says what it shows.",
        "| Year | Sum |\n| --- | --- |",
        "Table: Grants by year\n| Year | Sum |\n| --- | --- |",
    ),
    Rule.TITLE: Explanation(
        "What is public has a title; what is restricted has a public title, which gives nothing away.",
        "Readers see the public title in the place of what is withheld.",
        "- {ref: D2, access: restricted, title: Review of the case of a person}",
        "- {ref: D2, access: restricted, public_title: Domestic homicide reviews}",
    ),
    Rule.TWO_TREES: Explanation(
        "The public record is the same with the private tree and without it.",
        "Restricted files may live in a second tree, so that content/ itself can be public. A site that differed by a byte "
        "would tell of what is private, and nobody could check it without the private tree.",
        "# private tree: b1.md has a public paragraph that content/ lacks",
        "# content/: b1.md has every public paragraph; the passage's marks stand there with nothing between them",
    ),
    Rule.UNEXPECTED_FILE: Explanation(
        "content/ holds Markdown files in their places and nothing else.",
        "A file that no rule knows could not be published safely, and a forgotten one is a risk.",
        "content/meetings/2016-03-16-kcsp/minutes.docx",
        "content/meetings/2016-03-16-kcsp/notes.md",
    ),
    Rule.UNKNOWN_BODY: Explanation(
        "The body is one of those in site_config/record.yml.",
        "The site says of each body what it is.",
        "body: kscp",
        "body: kcsp",
    ),
    Rule.UNKNOWN_ITEM: Explanation(
        "A paper or a minute names an item that the agenda has, and an appendix a paper that is there.",
        "Whether a paper is open depends on its item; a paper of no item would be open by accident.",
        "item: B12",
        "item: B2",
    ),
    Rule.UNKNOWN_KEY: Explanation(
        "Only the keys of docs/content-format.md are used.",
        "A misspelt `acess: restricted` would otherwise do nothing.",
        "acess: restricted",
        "access: restricted",
    ),
    Rule.UNKNOWN_SUBJECT: Explanation(
        "Subjects are those listed in site_config/record.yml.",
        "One matter is followed through time under one name.",
        "subjects: [wardens]",
        "subjects: [community-wardens]",
    ),
    Rule.UNREADABLE: Explanation(
        "Every file and folder of content/ can be opened.",
        "A record with a part missing in silence is worse than no build.",
        "(a file without read permission)",
        "(the same file, readable)",
    ),
    Rule.WITHDRAWN: Explanation(
        "A withdrawn document says when and why it was withdrawn.",
        "Its address stays, and the reader who comes to it is owed an answer.",
        "access: withdrawn",
        "access: withdrawn\nwithdrawn: {date: 2026-02-01, reason: Replaced by a corrected paper.}",
    ),
    Rule.WRONG_MEETING: Explanation(
        "A document stands in the folder of its own meeting.",
        "Date and body are in the folder's name, and in the agenda and the notes; they must be the same.",
        "# content/meetings/2016-03-16-kcsp/agenda.md\ndate: 2016-03-15",
        "# content/meetings/2016-03-16-kcsp/agenda.md\ndate: 2016-03-16",
    ),
    Rule.YAML_FEATURE: Explanation(
        "Front matter uses plain keys, values and lists.",
        "Anchors, aliases and tags move facts away from the place where they are read.",
        "venue: *usual",
        "venue: Darent Room, Sessions House",
    ),
}
