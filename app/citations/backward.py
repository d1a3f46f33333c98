"""A clause with a back-reference word in, the mention it makes out: whose work, which title, which note, which page."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations.layout import Layout
from app.citations.leading import find_bare_leads, find_leads
from app.citations.locators import narrow, read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.naming import read_people
from app.citations.openings import opens_small
from app.citations.pointers import BackWord
from app.citations.shapes import count_sentence_words
from app.entry import Entry
from app.fields import ParsedCitation
from app.fields.inverted_heads import are_bare_families, read_inverted_head
from app.fields.names import format_people
from app.fields.spanish import with_both_family_names

_YEAR_AT_END = re.compile(r"[\s,]*[(\[]?((?:1[4-9]|20)\d\d[a-z]?)[)\]]?[\s,]*$")
_QUOTATION = re.compile(r"(?:^|(?<=[\s,.:]))[“‘„«»\"'](?P<title>.+?)[,.]?[”’“»«\"'][\s,.]*$")
_IN_THE_SAME = re.compile(r"[\s,;.]+(?:in|en|dans)[:\s]*$", re.IGNORECASE)
# The apostrophe of "O’Hara" stands within a name, the mark that closes a chapter's title does not.
_IN_COLLECTION = re.compile(
    r"[\s,;.](?:in|In|dans|en|nel)[:\s]\s*(?P<names>(?:(?![’'][\s,])[^,“‘„«»\"()]){2,80}?)[\s,]*$"
)
# ", in D. Roche (dir.), La ville promise…"
_IN_NAMED_COLLECTION = re.compile(
    r"[,.;”’“»\"]\s+(?:in|In|dans|en|em|nel)[:\s]\s*(?P<names>(?:(?!,\s(?:in|dans|en|em)[:\s])[^“‘„«»\"]){4,160}?)[\s,]*$"
)
_EDITED = re.compile(
    r"(?P<names>[^,()]{3,80}?)(?:,|\s\()\s?(?:eds?|dirs?|éds?|Hgg?|Hrsg|coords?|comps?|orgs?|a\scura\sdi|cur)\.?\)?,?\s(?P<title>.+)$"
)
_NAME_AT_END = re.compile(
    r"(?:^|(?<=[\s(]))((?:[^\W\d_a-z][\w'’.-]*[\s,/]*(?:(?:and|und|et|y|e|&|de|von|van|der|du|di)\s+)*){1,8}"
    r"(?:(?:report|study|survey|inquiry|memorandum|case|judgment|decision)\s*)?)$"
)
# "So zutreffend Keller I (oben N. 1)": small words before the name are the note's own.
_ADVERBS = re.compile(
    r"(?:(?!(?:d[eiau]l?|von|van|vom|zu|zur|der|al|ten|ter)\s)[a-zà-öø-ÿ]+\s){1,5}(?=[^\W\d_a-zà-öø-ÿ])"
)
# "Di «eccezionale normale» parlava già Grendi, Micro-analisi cit."
_SAID_OF = re.compile(
    r"\s*(?:D[ie]|Del|Della|Su|Sulla?|Of|On|Von|Vom|Über|Du|Sur|Sobre|D[ao])\s[«“‘„\"][^«»“”„\"]{2,120}[»”“’\"]\s"
    r"(?!(?:in|dans|en|nel|em|bei|et|und|and|e|y)\s)(?:[a-zà-öø-ÿ’]+\s){1,5}(?=[^\W\d_a-zà-öø-ÿ])"
)
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_a-z](?:\.|$)")
_NEXT_WORD = re.compile(r"\s([a-zà-öø-ÿ]+)")
_DASH = re.compile(r"\s?[-–—]+\s?")
# The stop of "Id." and "Ib." is the word's own.
_ABBREVIATED = re.compile(r"(?<!\w)(?:[Ii]d|[Ii]b|[Ee]ad)$")
_LONGEST_HEAD = 200
_LONGEST_NAME = 90
_EDGE = " ,;:.([–—-"


def read_backward(layout: Layout, start: int, end: int, word: BackWord) -> Mention | None:
    """The mention around a back-reference word.

    Args:
        layout: the note.
        start: where the citation's own words may begin at the earliest, behind its signal.
        end: the clause's end.
        word: what `find_back_word` found between them.

    Returns:
        None where the word refers to the article's own text ("see above, note 5, and the text there").
    """
    text = layout.text
    head_start, head = _head(layout, start, word)
    head = _IN_THE_SAME.sub("", head) if word.back is Back.IBID else head
    locator = read_locator(text, word.end, end)
    if locator is None and _is_spoken_of(text[word.end : end], layout.language):
        return None
    stop = locator.end if locator else word.end
    if not head and word.back is Back.EARLIER and not _stands_alone(word, locator is not None):
        return None
    form = Form.SHORT if word.back is Back.EARLIER else Form.IBID
    found = locator.text if locator else None
    stop = _without_closing_stop(text, stop, locator is not None)
    mention = Mention(head_start, stop, form, _pointer(head, word), locator=found)
    if chapter := _as_chapter(mention, head, word, layout.language):
        return chapter
    return replace(mention, certainty=0.95 if head or form is Form.IBID else 0.8)


def _as_chapter(mention: Mention, head: str, word: BackWord, language: str) -> Mention | None:
    """A chapter whose collection alone is cited before: "A. Roe, ‘Mill Law’, in Marsh, op. cit., pp. 3-20"."""
    container = _IN_COLLECTION.search(head) or _IN_NAMED_COLLECTION.search(head)
    if container and container.start() > 3:
        parsed = _read_chapter(head[: container.start() + 1].rstrip(" ,;."), language)
        names, title = _names_and_title(container["names"].strip())
        inner = Pointer(word.back, word.word, names, title, label=word.label)
    elif word.back is Back.IBID and mention.pointer.names and mention.pointer.title:
        parsed, inner = _read_chapter(head, language), Pointer(Back.IBID, word.word, label=word.label)
    else:
        return None
    if parsed is None:
        return None
    pages, page = _pages_of_chapter(mention.locator)
    entry = parsed.entry.with_fields(pages=pages) if pages else parsed.entry
    parsed = replace(parsed, entry=entry)
    whole = replace(mention, form=Form.FULL, pointer=Pointer(Back.NOTHING), locator=page)
    return replace(whole, parsed=parsed, container=inner, certainty=1.0)


def _names_and_title(words: str) -> tuple[str, str]:
    """Whose collection it is and what it is called: "D. Roche (dir.), La ville promise…"."""
    edited = _EDITED.match(words)
    if edited:
        return edited["names"], edited["title"].strip(" ,")
    return divide_head(words) if "," in words else (words, "")


def _pages_of_chapter(locator: str | None) -> tuple[str, str | None]:
    """A chapter's own pages and the page pointed at: of "23, 28" and "21-76, ici p. 58" the first are its own."""
    page, whole = narrow(locator) if locator else ("", "")
    if whole:
        return _DASH.sub("--", whole), page
    if locator and re.fullmatch(r"\d+\s?[-–]\s?\d+", locator):
        return _DASH.sub("--", locator), None
    first = re.fullmatch(
        r"(?P<first>\d+(?:\s?(?:ff?|sqq?|ss|et\ss(?:uiv)?)\b\.?)?),\s(?P<page>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.)?)",
        locator or "",
    )
    return (first["first"], first["page"]) if first else ("", locator)


def _is_spoken_of(behind: str, language: str) -> bool:
    """Whether the note speaks about the word itself: "Ibid. is used throughout"."""
    match = _NEXT_WORD.match(behind)
    return match is not None and count_sentence_words(match[1], language) > 0


def _read_chapter(words: str, language: str) -> ParsedCitation | None:
    """Author and title of a chapter: "A. Roe, ‘Mill Law’"."""
    quoted = _QUOTATION.search(words)
    names = words[: quoted.start()].rstrip(_EDGE) if quoted else ""
    people = read_people(names, 0, len(names)) if names else None
    if quoted and (not names or (people is not None and people.end >= len(names))):
        title = quoted["title"]
    else:
        names, title = divide_head(words)
    if not title:
        return None
    fields = {"author": format_people(names), "title": title.strip(" ,.")} if names else {"title": title.strip(" ,.")}
    fields = with_both_family_names(fields, words, language)
    return ParsedCitation(Entry("incollection", fields), 0, len(words), None, 0.7)


def _stands_alone(word: BackWord, has_locator: bool) -> bool:
    """Whether no name is needed: "Op. cit., p. 45" is enough, "supra note 5" only with a page."""
    if word.label:
        return has_locator
    return not re.match(r"[(\[]?\s?(?:supra|above|wie|oben|infra|siehe)", word.word, re.IGNORECASE)


def _without_closing_stop(text: str, stop: int, has_locator: bool) -> int:
    while stop > 0 and text[stop - 1] in " ,;":
        stop -= 1
    if not has_locator and _ABBREVIATED.search(text, max(0, stop - 4), stop) and text[stop : stop + 1] == ".":
        return stop + 1
    if not has_locator and text[stop - 1] == "." and not text[stop:].strip() and len(text[:stop].strip()) > 4:
        return stop
    return stop


def _head(layout: Layout, start: int, word: BackWord) -> tuple[int, str]:
    """The words before a back-reference word that say whose work is meant, and where they begin."""
    text = layout.text
    raw = text[start : word.start]
    if not raw.strip(_EDGE):
        return word.start, ""
    if said := _SAID_OF.match(raw):
        return start + said.end(), raw[said.end() :].rstrip(_EDGE)
    prose = count_sentence_words(layout.outside_quotations(start, word.start), layout.language)
    is_led = prose > 0 or opens_small(layout, start)
    for begin in (*find_leads(layout, start, word.start), *find_bare_leads(layout, start, word.start)):
        words = layout.outside_quotations(begin, word.start)
        if word.start - begin <= _LONGEST_HEAD and not count_sentence_words(words, layout.language):
            return begin, text[begin : word.start].rstrip(_EDGE)
    if behind := _behind_colon(layout, start, word.start, prose):
        return behind, text[behind : word.start].rstrip(_EDGE)
    if len(raw) <= _LONGEST_HEAD and (not is_led or (prose == 1 and word.back is Back.EARLIER)):
        begin = start + len(raw) - len(raw.lstrip(" ,;:."))
        if small := _ADVERBS.match(text, begin, word.start):
            begin = small.end()
        return begin, text[begin : word.start].rstrip(_EDGE)
    near = text[max(start, word.start - 90) : word.start].rstrip(_EDGE)
    names = _NAME_AT_END.search(near)
    if names and word.back is Back.EARLIER:
        begin = max(start, word.start - 90) + names.start(1)
        return begin, text[begin : word.start].rstrip(_EDGE)
    return word.start, ""


def _behind_colon(layout: Layout, start: int, end: int, prose: int) -> int:
    """Where the name that a sentence ends with begins: "said so: Salt Com. no. 170, op. cit."; 0 where none does."""
    begin = layout.text.rfind(": ", start, end) + 2
    if begin < start + 3 or not prose or not layout.text[begin].isupper() or layout.is_quoted(begin):
        return 0
    is_short = end - begin <= _LONGEST_NAME and layout.depth(begin) == layout.depth(start)
    if not is_short or count_sentence_words(layout.outside_quotations(begin, end), layout.language):
        return 0
    return begin


def _pointer(head: str, word: BackWord) -> Pointer:
    """Take "Karl Adler (2010)" or "Marlow, ‘The Harbour’" apart into names, title and year."""
    year = _YEAR_AT_END.search(head)
    if year:
        head = head[: year.start()].rstrip(_EDGE)
    quoted = _QUOTATION.search(head)
    if quoted:
        names, title = head[: quoted.start()].rstrip(_EDGE), quoted["title"]
    else:
        names, title = divide_head(head)
    return Pointer(word.back, word.word, names, title, year[1] if year else word.year, word.label)


def divide_head(head: str) -> tuple[str, str]:
    """Names and title of an unquoted head: "Stubbs, Const. Hist." gives "Stubbs" and "Const. Hist."."""
    if inverted := read_inverted_head(head if head.endswith(".") else f"{head}."):
        return inverted.people, head[inverted.end :].lstrip(_EDGE)
    if are_bare_families(head):
        return head, ""
    people = read_people(head, 0, len(head))
    if people is None:
        return "", head
    rest = head[people.first_end :].lstrip(_EDGE)
    if people.end >= len(head) and (not rest or people.is_joint or _INITIAL.search(rest)):
        return head, ""
    if rest and head[people.first_end :].lstrip()[:1] in (",", ":"):
        return head[: people.first_end], rest
    return (head, "") if people.end >= len(head) else ("", head)
