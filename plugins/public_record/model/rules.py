"""Every rule by its id, with what it asks, why, and what to do. `explain` and docs/rules.md are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The ids of the rules. An id is never given to another rule."""

    ACCESS_CONFLICT = "access-conflict"
    ADOPTION = "adoption"
    AGENDA_MISSING = "agenda-missing"
    AGREEMENT_ACTION = "agreement-action"
    AGREEMENT_DATES = "agreement-dates"
    AGREEMENT_ID = "agreement-id"
    AGREEMENT_LEAD = "agreement-lead"
    AGREEMENT_REFRESH = "agreement-refresh"
    ANSWER = "answer"
    ATTACHMENT = "attachment"
    CHANGE_DATE = "change-date"
    CITATION = "citation"
    CLEAR_DAYS = "clear-days"
    CONTACT = "contact"
    CORRECTION = "correction"
    DEFINITION = "definition"
    DENIED_NAME = "denied-name"
    DUPLICATE_KEY = "duplicate-key"
    ENCODING = "encoding"
    EXEMPTION = "exemption"
    FOLDER_NAME = "folder-name"
    FRONT_MATTER = "front-matter"
    HEADING_LEVEL = "heading-level"
    INDICATOR_CHANGE = "indicator-change"
    INVALID_VALUE = "invalid-value"
    ITEM_REFERENCE = "item-reference"
    LIKELY_ANSWER = "likely-answer"
    LINK = "link"
    LINK_TARGET = "link-target"
    LOOK_ALIKE = "look-alike"
    MINUTE_NUMBER = "minute-number"
    MINUTE_WITHOUT_ITEM = "minute-without-item"
    MISSING_KEY = "missing-key"
    NESTING = "nesting"
    NOTES_LATE = "notes-late"
    NOTES_NOT_ADOPTED = "notes-not-adopted"
    PASSAGE = "passage"
    RAW_HTML = "raw-html"
    RECORD_LINK = "record-link"
    REFERENCE = "reference"
    REFERENCE_SKIPPED = "reference-skipped"
    REPLACES = "replaces"
    REQUEST_DUE = "request-due"
    REQUEST_OVERDUE = "request-overdue"
    REVIEW_DUE = "review-due"
    SECOND_DOCUMENT = "second-document"
    SETTINGS = "settings"
    SPEAKER = "speaker"
    STRAY_CHARACTER = "stray-character"
    TABLE_NAME = "table-name"
    TITLE = "title"
    TO_FOLLOW = "to-follow"
    TWO_TREES = "two-trees"
    UNEXPECTED_FILE = "unexpected-file"
    UNKNOWN_BODY = "unknown-body"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_SUBJECT = "unknown-subject"
    UNREADABLE = "unreadable"
    UNSEEN = "unseen"
    WEEKDAY = "weekday"
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
        "stricter mark wins, and the build stops until the item itself says why it is open. A printed classification "
        "counts, too.",
        "# in a restricted section\n- {ref: C2, title: Prevent update, access: public}",
        '- ref: C2\n  title: Prevent update\n  access: public\n  open: {reason: "The paper was published in the open pack."}',
    ),
    Rule.ADOPTION: Explanation(
        "A minute that adopts notes answers an item that puts them up, and corrects minutes that are there and public.",
        "A correction is shown at the place that it corrects. One that finds none would be lost, and one of a withheld minute "
        "would tell of it.",
        "# no item of the agenda has `notes_of`\nminutes:\n  - {number: 36, adoption: {signed_by: the Chairman}}",
        "# in the agenda\n- {ref: A3, title: Notes, notes_of: 2013-07-17}",
    ),
    Rule.AGENDA_MISSING: Explanation(
        "The agenda of a meeting is published on the last day that leaves enough clear days, at the latest.",
        "Local Government Act 1972, sections 100A(6)(a) and 100B(3): the public is told of a meeting, and can read its "
        "agenda, five clear days before. A meeting is known by its folder, or because an item announced it. The "
        "archive is spared.",
        "# agenda of 2026-03-16\n- {ref: C1, title: Date of next meeting, next_meeting: {date: 2026-10-13}}\n# and no "
        "later agenda",
        "# content/meetings/2026-10-13-kcsp/agenda.md\ndate: 2026-10-13\npublished: 2026-10-05",
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
    Rule.ANSWER: Explanation(
        "An answer names a request or an action that is public, by its address.",
        "The reader of the request is led to the answer, and back. An address that is withheld must not be told by its answer.",
        "answers: [kcsp/2016-03-16/notes/#request-117-9]",
        "answers: [kcsp/2016-03-16/notes/#request-117-1]",
    ),
    Rule.ATTACHMENT: Explanation(
        "An attachment stands beside its paper, is named by it, is the file that was cleared, and carries nothing unseen.",
        "A file can hold what nobody sees: comments, tracked changes, hidden sheets, where a picture was taken. So each one is "
        "admitted by the digest of what somebody looked at, and cleaned; one that cannot be cleaned is not published.",
        "attachments:\n  - {file: b1-map.pdf, access: public}",
        "attachments:\n  - file: b1-map.pdf\n    access: public\n    title: Map of the pilot area\n    sha256: "
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    Rule.CHANGE_DATE: Explanation(
        "Changes to a document are listed in order of their days, none before it was published and none after today; a meeting "
        "is moved from another day than its own.",
        "Pages, feeds and the list of addresses tell these days to everyone, and readers are sent back to what has changed. "
        "Something done before the publication was done to a text that nobody could read yet.",
        "published: 2026-03-06\nchanges:\n  - {date: 2026-03-01, what: The third table was corrected.}",
        "published: 2026-03-06\nchanges:\n  - {date: 2026-03-09, what: The third table was corrected.}",
    ),
    Rule.CITATION: Explanation(
        "The law on exempt information is cited as it stands for England.",
        "Part 1 of Schedule 12A to the Local Government Act 1972 has seven paragraphs since 1 March 2006. Those from "
        "12 on are of Wales, and the list before that day was longer; 8 to 10 stand in Part 2 and exempt nothing. A "
        "reader who looks up what was cited must find it.",
        "exempt information as defined in paragraph 12 of Schedule 12A",
        "exempt information as defined in paragraph 1 of Part 1 of Schedule 12A to the Local Government Act 1972",
    ),
    Rule.CLEAR_DAYS: Explanation(
        "The notice of a meeting is published five clear days before it.",
        "Local Government Act 1972, section 100A(6)(a), as amended by SI 2002/715: working days, without the day of the notice "
        "and the day of the meeting. The partnership follows it as policy. On the archive this is a warning.",
        "date: 2026-03-16\npublished: 2026-03-12",
        "date: 2026-03-16\npublished: 2026-03-06",
    ),
    Rule.CONTACT: Explanation(
        "Whoever is to be asked is an office or a role; no person's own number or address is given.",
        "People move on, and their numbers are personal data that the record does not need. Mobile numbers, and "
        "addresses made of a first name and a surname, are taken for a person's; any other telephone number is a "
        "warning.",
        "contact: Jo Example, 07700 900123, jo.example@council.example",
        "contact: Democratic Services, Kent County Council",
    ),
    Rule.CORRECTION: Explanation(
        "A correction names a place of the public text, or none.",
        "Readers are shown it where it was made. One that named a withheld passage would tell what stands there.",
        'corrections:\n  - {date: 2016-03-10, at: "22", what: The sum was given as £500.}',
        'corrections:\n  - {date: 2016-03-10, at: "2.2", what: The sum was given as £500.}',
    ),
    Rule.DEFINITION: Explanation(
        "The text of a footnote, or the target of a link, stands once, at the start of a line of its own.",
        "It is published only if something public uses it. Of two with one name, or of one inside a list or a quotation, "
        "nobody can say who uses it.",
        "> [^1]: Letter of 3 May.\n\n[^1]: Letter of 4 May.",
        "[^1]: Letter of 3 May.\n\n[^2]: Letter of 4 May.",
    ),
    Rule.DENIED_NAME: Explanation(
        "No name or phrase of the private denylist stands in what is published.",
        "Some names must never appear, whoever types them: of people who were harmed, of operations. The list is kept outside "
        "the repository as salted hashes (`deny`), and no message says which of its names was met. The finished site is "
        "searched, too.",
        "# `check --denylist FILE`, and the name of somebody who was harmed stands here\n1.1 … came to the meeting.",
        "1.1 The family of the person concerned came to the meeting.",
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
        "both, and a date on which it is looked at again. Of a passage both stand under its mark: `::: balance: …` and "
        "`::: review: 2027-01-31`. On the record of meetings before 2026 `basis: not-stated` is allowed.",
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
    Rule.LIKELY_ANSWER: Explanation(
        "A request says what answers it, or that somebody looked and found nothing.",
        "Readers want to know what became of what was asked for. A later item on the same subject is likely to answer it, but "
        "only a person can say so.",
        "# in a later agenda\n- {ref: B2, title: Wardens, subjects: [community-wardens]}",
        '- ref: B2\n  title: Wardens\n  subjects: [community-wardens]\n  answers: ["kcsp/2015-10-14/notes/#request-106-1"]',
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
    Rule.MINUTE_WITHOUT_ITEM: Explanation(
        "A minute answers an item of the agenda, where that is held, or says that it answers none.",
        "The item and what came of it stand on one page only if the minute names the item.",
        "## 117. Community wardens",
        "## 117. Community wardens\n(Item B2)\n\n# or in the front matter\nminutes:\n  - {number: 117, access: public}",
    ),
    Rule.MISSING_KEY: Explanation(
        "The keys that a document needs are there.",
        "Above all `access`: nothing is public by silence.",
        "kind: paper\ntitle: Road safety",
        "kind: paper\naccess: public\ntitle: Road safety",
    ),
    Rule.NESTING: Explanation(
        "Lists and quotations stand at most twenty levels deep in one another.",
        "No reader follows more than a few. Hundreds, which a slip of the keyboard or a converter of files can make, exhaust "
        "the program that renders the page.",
        "- - - - - - - - - - - - - - - - - - - - - - lamps",
        "- lamps",
    ),
    Rule.NOTES_LATE: Explanation(
        "The notes of a meeting are published within the days that the policy gives.",
        "Local Government Act 1972, section 100C: minutes are open to inspection after a meeting. How soon is for the "
        "partnership to say: `notes_days` in site_config/record.yml. Notes can come out before they are adopted. The "
        "archive is spared.",
        "# 60 days after the meeting: an agenda, and no notes.md",
        "# notes.md\nkind: notes\naccess: public",
    ),
    Rule.NOTES_NOT_ADOPTED: Explanation(
        "Notes are put up for adoption by a later meeting.",
        "Until a meeting has accepted them, notes are a draft. The site leads from one to the other by `notes_of`. The "
        "archive is spared.",
        "- {ref: A3, title: Notes of the last meeting}",
        "- {ref: A3, title: Notes of the last meeting, notes_of: 2026-03-16}",
    ),
    Rule.PASSAGE: Explanation(
        "A restricted passage is opened and closed by its marks, each alone on a line.",
        "A mark that is nearly right protects nothing, and whoever wrote it believes that it does. Neither does the mark of "
        "another program, nor a line `NOT FOR PUBLICATION` above a text that is not marked. What the notice says, the balance "
        "and the day of review, begins as the mark does, so that no line of the passage is ever taken for it.",
        "::: Restricted\nText",
        "::: restricted paragraph 1\n::: balance: Naming the family would harm it.\n::: review: 2027-01-31\n\nText\n\n:::",
    ),
    Rule.RAW_HTML: Explanation(
        "There is no HTML in the text of a record, and no comments.",
        "Comments are published with the page for everyone who looks at its source, and so is what other programs hide or "
        "strike out by signs such as `%%` or `~~`. Markdown says all that a paper needs.",
        "<!-- ask legal before publishing -->",
        "::: restricted paragraph 5\nAsk legal before publishing.\n:::",
    ),
    Rule.RECORD_LINK: Explanation(
        "A link to the record by an id leads to something that is published.",
        "An id is the address of a place without the site's name. One that is mistyped, or of something withheld, would lead "
        "readers nowhere.",
        "See [what was said](record:kcsp/2016-03-16/b2/#paragraph-22).",
        "See [what was said](record:kcsp/2016-03-16/b2/#paragraph-2-2).",
    ),
    Rule.REFERENCE: Explanation(
        "What reads like a reference leads to what it names, or is known to lead nowhere.",
        "Meetings, items, minutes, paragraphs and Acts that a text names become links where it is certain what is meant. The "
        "others are left alone, and listed by `check --references`. They stop no build.",
        "The report (paragraph 2.1) lists five.",
        "The report (paragraph 2.1 of item B6 of 18 March 2014) lists five.",
    ),
    Rule.REFERENCE_SKIPPED: Explanation(
        "The references of items follow each other.",
        "An agenda that goes from B2 to B4 makes a reader ask what is kept back. That a reference stands twice is "
        "item-reference.",
        "- {ref: D2, title: Review}   # and no D1",
        "- {ref: D1, title: Review}\n\n# or, if it was printed so\neditor_notes: [The agenda has no item D1.]",
    ),
    Rule.REPLACES: Explanation(
        "No paper replaces itself, directly or through others.",
        "A reader who comes to a paper that was replaced is led to the one in force, and there must be one.",
        "# the first paper\nreplaces: 2\n\n# the second paper\npaper: 2\nreplaces: 1",
        "# the first paper, without `replaces`\n\n# the second paper\npaper: 2\nreplaces: 1",
    ),
    Rule.REQUEST_DUE: Explanation(
        "A report asked for says when it is due, or that no date was set.",
        "Readers follow what was promised; a promise without a word about its date is lost.",
        "Report back: progress on wardens.",
        "Report back, no date: progress on wardens.",
    ),
    Rule.REQUEST_OVERDUE: Explanation(
        "A report asked for by a day comes before a meeting on that day or later.",
        "What was promised is followed. This speaks where the day has passed and the record holds no meeting since "
        "that could have had the report. The archive is spared.",
        "Report back by 13 October 2026: progress on wardens.   # and no meeting since",
        "# content/meetings/2026-10-13-kcsp/agenda.md\n- {ref: B2, title: Community wardens, delivery: report}",
    ),
    Rule.REVIEW_DUE: Explanation(
        "A restriction is looked at again on the day that it names.",
        "Local Government Act 1972, Schedule 12A, paragraph 10: information is exempt if, and so long as, the public "
        "interest in keeping it back outweighs that in disclosing it. The notice shows the day to the reader.",
        "review: 2026-01-31   # which has passed",
        "review: 2027-01-31   # or `access: public`",
    ),
    Rule.SECOND_DOCUMENT: Explanation(
        "A meeting has one agenda and one set of notes; papers of an item, appendices of a paper and versions of the agreement "
        "have their own numbers.",
        "Two documents with one address cannot both be published. Versions `1.0` and `1-0` have one, too: signs do not count "
        "in the addresses of what stands in them.",
        "# two files\nkind: paper\nitem: B1",
        "# the second file\nkind: paper\nitem: B1\npaper: 2",
    ),
    Rule.SETTINGS: Explanation(
        "site_config/record.yml, and the part of mkdocs.yml that bears on safety, are as the generator needs them.",
        "With other extensions, plugins or folders MkDocs could publish what never passed the gate.",
        "docs_dir: content",
        "docs_dir: site_config/pages",
    ),
    Rule.SPEAKER: Explanation(
        "Whoever speaks in the notes is in one of the lists of those who came.",
        "Who was there is part of the record. Only a title and a surname at the beginning of a sentence, before a word "
        "of speaking, is taken for a speaker; where lists were printed incomplete, an editor's note that names the "
        "person says so to the reader.",
        "present: [Mr A Smith]\n\n1. Ms Jones said that the wardens were back.",
        "present: [Mr A Smith, Ms B Jones]\n\n1. Ms Jones said that the wardens were back.",
    ),
    Rule.STRAY_CHARACTER: Explanation(
        "There are no invisible characters, tabs, no-break spaces, bullets of word processors, or signs like a colon.",
        "They can keep a mark from being one: with a zero-width space in it `::: restricted` is ordinary text. A bullet that a "
        "word processor made is no list to a screen reader.",
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
    Rule.TO_FOLLOW: Explanation(
        "A paper that was to follow is there once the meeting is over.",
        "Local Government Act 1972, section 100B: what comes before a meeting is open to inspection. If the paper "
        "never came, a reader is owed a word about it.",
        "- {ref: B5, title: Update, delivery: to-follow}   # and no paper",
        "- ref: B5\n  title: Update\n  delivery: to-follow\n  editor_note: No paper came; slides were shown at the meeting.",
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
    Rule.UNSEEN: Explanation(
        "A document that shows itself whole holds nothing else, where the day of its last change is taken from git.",
        "The day on which a file was changed tells of everything in it. Where a notice says that something is withheld, the "
        "history of the file is not asked. A footnote that nothing public uses leaves no notice: the day would tell that it "
        "was changed, and leaving the day out would tell that it is there.",
        "1.1 The bridge is sound.\n\n[^1]: A footnote that nothing uses.",
        "1.1 The bridge is sound.",
    ),
    Rule.WEEKDAY: Explanation(
        "A printed date falls on the weekday that is printed with it.",
        "One of the two is wrong, and somebody will come on the wrong day.",
        "The conference is on Tuesday 27 November 2017.",
        "The conference is on Tuesday 27 November 2018.\n\n# or, if it was printed so\nEditor's note: the year stands "
        "as printed.",
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
