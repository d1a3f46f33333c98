"""A citation's text in, the best of its readings out: fields, locator, where it ends, how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.fields import bodies
from app.fields.archives import read_unprinted
from app.fields.brazilian import read_brazilian
from app.fields.broadcasts import read_programme
from app.fields.capitals import lower_capitals
from app.fields.certainty import rate_certainty
from app.fields.dailies import read_daily
from app.fields.dates import read_full_date, read_year
from app.fields.endings import choose_tail, end_without_tail
from app.fields.extents import begin_chapter, part_volume, sort_pages
from app.fields.heads import Head, read_head
from app.fields.interviews import read_interview
from app.fields.kinds import entry_type, is_broadcaster, is_day
from app.fields.law import read_law
from app.fields.law_journals import read_chapter_before_year
from app.fields.letters import Letter, read_letter
from app.fields.manuscripts import read_manuscript
from app.fields.names import format_people
from app.fields.official_numbers import find_release, read_commission_number
from app.fields.official_series import begins_with_series, read_official
from app.fields.peeling import clean_title, peel
from app.fields.places import is_place
from app.fields.scanning import Quoted, Scanned, scan
from app.fields.shelf_marks import COLLECTION
from app.fields.short_serials import read_short_serial
from app.fields.spots import Tail
from app.fields.stranger import STRANGER
from app.fields.tails import find_tails
from app.fields.titles import FIRST_YEAR, is_short_form, read_quoted, read_unquoted

_BACK_REFERENCE = re.compile(
    r"(?<!\w)(?:a\.\s?a\.\s?O\b|[Oo]p\.?\s?cit|[Ll]oc\.?\s?cit|ebd\.|ebenda|[Ii]bid|(?<!\bin\s)(?<!\bin:\s)[Ii]dem\b|(?<!\bin\s)(?<!\bin:\s)(?<!\bdans\s)id\.,|[Ii]vi\b|supra\b|above,?\sn|wie\sAnm|s\.\sAnm|siehe\sAnm|note\s\d+\sabove|n\.\s\d+\sabove|art\.\scit|cit\.|cité\b)"
)
# Nothing behind this many characters belongs to the citation at the beginning.
_LONGEST = 1600
_FIRST_YEAR = re.compile(r",?\s[\[(](?P<year>1[4-9]\d\d(?:[-–]\d{2,4})?)\]$")
# "Bleak Salt (1852), ed. by J. Ash"
_FIRST_YEAR_OF_EDITED = re.compile(r"\s\((?P<year>1[4-9]\d\d)\)$")
# "Salt Navigations, ed. 1903, vii. 145"
_BEFORE_YEAR = re.compile(r"(?<=\w),\s(?:ed|edn|éd)\.?$")
# "Annales E.S.C.": the last stop is the abbreviation's own.
_DOTTED = re.compile(r"(?:^|[\s.])[A-Z]\.[A-Z]$")
_TITLE_GOES_ON = re.compile(r":\s[A-ZÀ-ÞĀ-Ž]|\s(?:and|or|of|as|versus|und|oder|et|ou|y|e)\s")
# „Zwang“ und das Ende der Häfen. Zur Kritik, in: ZfK 8 (1982)
_TITLE_RUNS_ON = re.compile(
    r"\s(?:and|und|et|y|e|oder|or|ou|of|als|as)\s(?![‘“„«\"])[^‘“„«\"]+,\s(?:in|In|dans|en):?\s[A-ZÀ-ÞĀ-Ž«]"
)
# Bluebook: "2 ROSA VOSS, RIVERS AND RIGHTS 45 (1970)"
_VOLUME_FIRST = re.compile(
    r"(?P<volume>\d{1,2}|[IVX]+)\s(?=(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'&-]*\s){1,4}[A-ZÀ-ÞĀ-Ž]{2,}[A-ZÀ-ÞĀ-Ž’'-]*,\s[A-Z]{2,}"
    r"|(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*\s&?\s?){1,5}[A-ZÀ-ÞĀ-Ž][\w’'-]+,\s[A-ZÀ-ÞĀ-Ž].{5,140}?\s\(\d[^()]*\d{4}\))"
)
# "NSC-68, “...”", "JCS 1967/12, “...”"
_DOCUMENT_NUMBER = re.compile(r"(?P<number>[A-Z]{2,5}[\s-]\d[\w/.-]*),\s(?=[“\"‘«„])")
# "Lady Quill’s report A Harbour for All", "The Pell report on canals, Inland Water"
_HEADWORD = re.compile(
    r"(?P<work>[A-ZÀ-ÞĀ-Ž][^,;:“‘\"«()]{4,90}?|[A-Z]{2,6}),\s(?:\d{1,2}\w{1,2}\s(?:edn?\.?|ed\.),\s)?s\.\s?vv?\.,?\s"
    r"(?P<word>‘[^‘]+?’|'[^']+'|“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“]+“|[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:,\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?)(?=\s*(?:[.;]|$))"
)
# "Zeno.org"
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|de|fr|it|es|pt|br|eu|edu|info|co\.uk|ac\.uk)")
_AFTER_QUOTE = re.compile(r"[,.]?\s(?:in:?\s)?")
_IN_COLLECTION = re.compile(r",?\s[Ii]n:?\s")
_PRINTED_IN = re.compile(
    r",\s(?:(?:printed|quoted|reprinted|abgedruckt|gedr\.|cité|publié)\s(?:in|bei|par|dans)\s|dans\s)?(?=[A-ZÀ-ÞĀ-Ž])"
)
_NAMED_REPORT = re.compile(
    r"(?:The\s)?(?!(?:Annual|Final|First|Second|Third|Interim|Special|General|Twelfth)\s)(?P<name>(?:(?:Lady|Lord|Sir|Dame)\s)?[A-Z][\w-]+)(?:[’']s)?\s[Rr]eport(?:\s(?:on|of|into|produced)\s[^,]+)?,?\s(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words."""

    entrytype: str
    fields: dict[str, str]
    start: int
    end: int
    locator: str | None
    certainty: float


def read(text: str) -> Reading | None:
    """Read the citation that `text` begins with; None where there is none.

    Laws and archives have shapes of their own and are tried first. All others are people, a title, and a tail of dates,
    numbers and pages; where the tail begins is the question, and the reading that ends like a citation wins.
    """
    text = text[:_LONGEST]
    letter = read_letter(text)
    if shaped := _of_own_shape(text, letter):
        return shaped
    if letter and letter.is_sent and not _IN_COLLECTION.match(text, letter.end):
        return None  # printed in a work that these words only lead back to
    if serial := read_short_serial(text):
        kind, fields, end, page = serial
        return Reading(kind, fields, 0, end, page, 0.75)
    if volume := _VOLUME_FIRST.match(text):
        return _volume_first(text, volume)
    if numbered := _DOCUMENT_NUMBER.match(text):
        return _numbered_document(text, numbered)
    if known := _commission_report(text) or _press_release(text):
        return known
    return _of_people_and_title(text)


def _of_own_shape(text: str, letter: Letter | None) -> Reading | None:
    """The Brazilian manner, laws, letters, official series and archives."""
    if brazilian := read_brazilian(text):
        return Reading(brazilian.entrytype, brazilian.fields, 0, brazilian.end, brazilian.locator, 0.95)
    if law := read_law(text):
        return Reading(law.entrytype, law.fields, 0, law.end, law.locator, 0.9)
    if programme := read_programme(text):
        return Reading("misc", programme[0], 0, programme[1], None, 0.85)
    if daily := read_daily(text):
        return Reading("article", daily[0], 0, daily[1], None, 0.85)
    if letter and (printed := _printed_letter(text, letter)):
        return printed
    if official := read_official(text):
        return Reading(official.entrytype, official.fields, 0, official.end, official.locator, 0.85)
    if manuscript := read_manuscript(text) or read_interview(text):
        fields, end, leaf = manuscript
        return Reading("unpublished", fields, 0, end, leaf, 0.85)
    if unprinted := read_unprinted(text):
        return Reading("unpublished", unprinted.fields, 0, unprinted.end, unprinted.locator, 0.8)
    return None


def _of_people_and_title(text: str) -> Reading | None:
    scanned = scan(text)
    head = _named_report(text) or read_head(scanned)
    quote = _title_quote(scanned, head)
    if quote and (known := _within_known(scanned, head, quote) or _within_series(scanned, head, quote)):
        return known
    if (
        (head.people or text.startswith("Letter "))
        and not quote
        and (chapter := read_chapter_before_year(text, head.end))
    ):
        fields, end, page = chapter
        people = {head.field: head.people} if head.people else {}
        fields["booktitle"] = lower_capitals(fields["booktitle"])
        return Reading("incollection", people | fields, 0, end, page, 0.9)
    return _printed(scanned, head, quote) or _read_headword(text)


def _volume_first(text: str, volume: re.Match[str]) -> Reading | None:
    found = read(text[volume.end() :])
    if found is None or "volume" in found.fields:
        return None
    return replace(found, fields=found.fields | {"volume": volume["volume"]}, end=found.end + volume.end())


def _numbered_document(text: str, numbered: re.Match[str]) -> Reading | None:
    """A paper of state by number and title: "NSC-68, “Aims on Salt,” 14 April 1950, FRUS, 1950, 1:234"."""
    found = read(text[numbered.end("number") + 2 :])
    if found is None or "author" in found.fields:
        return None
    title = f"{numbered['number']}, {found.fields.get('title', '')}"
    return replace(found, fields=found.fields | {"title": title}, end=found.end + numbered.end("number") + 2)


def _commission_report(text: str) -> Reading | None:
    """A law commission's report by its number, which stands first."""
    numbered = read_commission_number(text)
    found = _of_people_and_title(STRANGER + text[numbered.end :]) if numbered else None
    if numbered is None or found is None or "title" not in found.fields or "date" not in found.fields:
        return None
    fields = {name: value for name, value in found.fields.items() if name != "author"} | numbered.fields
    return replace(
        found, entrytype="report", fields=fields, end=found.end - len(STRANGER) + numbered.end, certainty=0.9
    )


def _press_release(text: str) -> Reading | None:
    """A text given to the press, read without the words that say so."""
    release = find_release(text)
    found = _of_people_and_title(text[: release.start] + text[release.end :]) if release else None
    if release is None or found is None or found.end <= release.start or not is_day(found.fields.get("date", "")):
        return None
    fields = {name: value for name, value in found.fields.items() if name != "entrysubtype"}
    if "journaltitle" in fields and "author" not in fields:
        fields["author"] = f"{{{fields.pop('journaltitle')}}}"
    return replace(found, entrytype="misc", fields=fields | release.fields, end=found.end + release.end - release.start)


def _read_headword(text: str) -> Reading | None:
    """An article of a dictionary and nothing else: "Dictionary of National Biography, s.v. ‘Voss, Thomas’"."""
    found = _HEADWORD.match(text)
    if not found:
        return None
    fields = {"title": clean_title(found["word"]), "booktitle": clean_title(found["work"])}
    return Reading("incollection", fields, 0, found.end(), None, 0.7)


def _printed_letter(text: str, letter: Letter) -> Reading | None:
    """The book a letter is printed in: "King to Hart, May 3, 1801, C. Voss, Life of King (Hull, 1894), III. 37"."""
    lead = _PRINTED_IN.match(text, letter.end)
    if not lead:
        return None
    begin = lead.end()
    found = read(text[begin:])
    if not found or not (begins_with_series(text[begin:]) or "location" in found.fields):
        return None
    is_archive = COLLECTION.match(text, begin) and not begins_with_series(text[begin:])
    if is_archive or ";" in found.fields.get("title", ""):
        return None
    return replace(found, end=found.end + begin)


def _printed(scanned: Scanned, head: Head, quote: Quoted | None) -> Reading | None:
    known = {"date": head.date} if head.date else {}
    begin = _behind_first_year(scanned.text, quote.end) if quote else head.end
    tail = choose_tail(find_tails(scanned, begin, known, titled=quote is not None), scanned, begin)
    tail = tail or end_without_tail(scanned, head, quote)
    if tail is None or _BACK_REFERENCE.search(scanned.text, begin, tail.start):
        return None
    if quote and _is_phrase_of_title(scanned, quote, tail):
        quote = None
    fields = known | ({head.field: head.people} if head.people else {})
    read_words = read_quoted(scanned, head, quote, tail) if quote else read_unquoted(scanned, head, tail)
    fields = read_words | fields if head.field == "editor" and "booktitle" not in read_words else fields | read_words
    is_bare = not quote and (fields | tail.fields).keys() <= {"title", "date"}
    if is_bare and is_short_form(fields.get("title", "")):
        return None
    fields = _with_first_printing(_without_edition_mark(fields), tail)
    fields, locator = begin_chapter(scanned.text[: tail.end], *sort_pages(fields | tail.fields, tail))
    if not any(fields.values()):
        return None
    if is_day(fields.get("date", "")) and "url" in fields and not is_place(fields.get("location", "London")):
        fields["organization"] = fields.pop("location")  # OSCOLA: "(Salt Law Blog, 3 May 2011) <https://...>"
    fields = _as_broadcast_or_site(fields)
    kind = "report" if head.is_report else entry_type(fields, tail.pieces, is_quoted=quote is not None)
    if kind == "movie" and "publisher" not in fields and not is_place(fields.get("location", "London")):
        fields["publisher"] = fields.pop("location")
    if kind == "article" and is_day(fields.get("date", "")) and not {"volume", "number"} & fields.keys():
        fields["entrysubtype"] = "newspaper"
    if kind == "book" and (paragraph := _paragraph(scanned, tail, fields)):
        fields, locator = {k: v for k, v in fields.items() if k != "number"}, _joined(paragraph, locator, tail)
    if kind == "incollection" and "volume" not in fields:
        volume, locator = part_volume(locator)
        fields |= volume
    fields |= {name: lower_capitals(fields[name]) for name in ("title", "booktitle") if name in fields}
    fields |= {
        name: f"{fields[name]}." for name in ("journaltitle", "publisher") if _DOTTED.search(fields.get(name, ""))
    }
    certainty = rate_certainty(scanned, head, quote, tail, fields)
    return Reading(kind, fields, 0, tail.end, locator, certainty)


def _as_broadcast_or_site(fields: dict[str, str]) -> dict[str, str]:
    """What stands where a journal would, a station with a day or a site with an address, by its own name."""
    journal = fields.get("journaltitle", "")
    if not journal or {"volume", "number", "pages"} & fields.keys():
        return fields
    left = {name: value for name, value in fields.items() if name not in {"journaltitle", "location"}}
    if is_broadcaster(journal) and is_day(fields.get("date", "")) and "publisher" not in fields:
        return left | {"publisher": journal}
    if _SITE.fullmatch(journal) and "url" in fields and not {"organization", "date"} & fields.keys():
        return left | {"organization": journal}
    return fields


def _behind_first_year(text: str, at: int) -> int:
    """Behind the year of a first printing that a book's title follows: "« Du sel » [1830], Œuvres, Paris, 1935"."""
    first = FIRST_YEAR.match(text, at)
    return first.end() if first and first["bare"] else at


def _without_edition_mark(fields: dict[str, str]) -> dict[str, str]:
    return fields | {"title": _BEFORE_YEAR.sub("", fields["title"])} if "title" in fields else fields


def _paragraph(scanned: Scanned, tail: Tail, fields: dict[str, str]) -> str:
    """The paragraph a French law book is cited by: "22e éd., PUF, 2000, n° 12"; "" where the number is a series's."""
    if "series" in tail.fields or "number" not in tail.fields or "date" not in tail.pieces:
        return ""
    if "number" not in tail.pieces or tail.pieces.index("number") < tail.pieces.index("date"):
        return ""
    number = re.escape(fields.get("number", ""))
    found = (
        re.compile(rf"(?:n[°ºo]s?|Nrn?|No|núm)\.?\s?{number}(?!\w)(?:\set\ss(?:uiv)?\.)?").search(
            scanned.text, tail.start, tail.end
        )
        if number
        else None
    )
    return found.group() if found else ""


def _joined(paragraph: str, locator: str | None, tail: Tail) -> str:
    label = "" if not locator or not tail.pages else tail.pages[-1].label
    return f"{paragraph}, {label}{locator}" if locator else paragraph


def _with_first_printing(fields: dict[str, str], tail: Tail) -> dict[str, str]:
    """The year of the first printing apart from the title: "Ensayo sobre la sal [1811], Madrid, 1966"."""
    found = _FIRST_YEAR.search(fields.get("title", ""))
    if not found and {"editor", "translator"} & fields.keys() and "author" in fields and "booktitle" not in fields:
        found = _FIRST_YEAR_OF_EDITED.search(fields.get("title", ""))
    if not found or found["year"] >= tail.fields.get("date", ""):
        return fields
    first = read_year(found["year"], 0)
    return (
        {"origdate": first.fields["date"] if first else found["year"]}
        | fields
        | {"title": fields["title"][: found.start()]}
    )


def _named_report(text: str) -> Head | None:
    found = _NAMED_REPORT.match(text)
    if not found:
        return None
    return Head("author", format_people(found["name"]), found.end(), rating=0.6, is_report=True)


def _title_quote(scanned: Scanned, head: Head) -> Quoted | None:
    """The quotation that is the title: right behind the people, perhaps with "in" between."""
    quote = next((quote for quote in scanned.quotes if quote.start >= head.end), None)
    if scanned.orphan and (quote is None or quote.start > scanned.orphan):
        return Quoted(head.end, scanned.orphan + 1, head.end, scanned.orphan, is_whole=False)
    if quote is None:
        return None
    between = scanned.text[head.end : quote.start].strip(" ,:.")
    return quote if between in {"", "in", "see"} else None


def _is_phrase_of_title(scanned: Scanned, quote: Quoted, tail: Tail) -> bool:
    """Whether a book's title only begins with the quotation: ‘Salt or Bread’: The Hull Rising (Leeds: Tern, 1980)."""
    if is_day(tail.fields.get("date", "")):
        return False
    if _TITLE_RUNS_ON.match(scanned.text, quote.end, tail.start):
        return True
    if tail.pieces[:1] != ["imprint"]:
        behind = scanned.text[quote.end : tail.start]
        is_sentence = re.match(r"[.:]\s[A-ZÀ-ÞĀ-Ž]", behind) and "location" in peel(behind, imprint="place")[1]
        # “Good” Salt, Bad Bread, and the Limits of Taste, 41 Salt L. Rev. 1193 (1994)
        is_going_on = re.match(r":\s[A-ZÀ-ÞĀ-Ž]", behind) or (
            re.match(r"\s(?!in\s)[^\W\d_]", behind) and quote.words(scanned.text)[-1:] not in {",", "."}
        )
        return bool(is_sentence) or bool("law-journal" in tail.pieces and is_going_on)
    return bool(_TITLE_GOES_ON.match(scanned.text, quote.end, tail.start))


def _within_series(scanned: Scanned, head: Head, quote: Quoted) -> Reading | None:
    """A document of an official series: “Address on Salt,” 8 December 1953, Public Papers of the Presidents, V, 8."""
    text = scanned.text
    gap = _AFTER_QUOTE.match(text, quote.end)
    begin = gap.end() if gap else quote.end
    date = read_full_date(text, begin)
    if date and text[date.end : date.end + 2] == ", ":
        begin = date.end + 2
    found = read(text[begin:]) if begins_with_series(text[begin:]) else None
    if not found or "title" not in found.fields:
        return None
    fields = {head.field: head.people} if head.people else {}
    fields |= {"title": clean_title(quote.words(text)), "booktitle": found.fields["title"]}
    fields |= {name: value for name, value in found.fields.items() if name != "title"}
    if date and "date" not in found.fields:
        fields["date"] = date.fields["date"]
    return Reading("incollection", fields, 0, begin + found.end, found.locator, 0.85)


def _within_known(scanned: Scanned, head: Head, quote: Quoted) -> Reading | None:
    """A chapter of a book cited before: "T. Voss, ‘Wet Law’ in Marl, op. cit., n. 8, at p. 33".

    The words that lead to the book stand in `crossref`, for whoever resolves back-references.
    """
    fields = {head.field: head.people} if head.people else {}
    if head.people and (short := bodies.read_short_collection(scanned.text, quote.end)):
        collection, end, page = short
        fields |= {"title": clean_title(quote.words(scanned.text))} | collection
        return Reading("incollection", fields, 0, end, page, 0.8)
    found = bodies.read_back_reference(scanned.text, quote.end)
    if not found:
        return None
    fields |= {"title": clean_title(quote.words(scanned.text)), "crossref": found.words}
    return Reading("incollection", fields, 0, found.end, found.locator, 0.7)
