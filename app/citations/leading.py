"""A clause in, the places out where prose that leads to a citation ends and the citation may begin."""

from __future__ import annotations

import re

from app.citations.layout import Layout
from app.citations.naming import People, read_people
from app.citations.openings import PARTICLES, SURELY_A_NAME, Opening, kind_of_opening, may_lead, name_at, words_of
from app.citations.pointers import is_repeating, repeating_words
from app.citations.quoting import has_source_behind
from app.citations.shapes import (
    begins_with_people,
    begins_with_place,
    count_sentence_words,
    is_inverted_name,
    names_daily,
    names_repository,
)
from app.fields.ratings import rate_people
from app.wordlists import word_set

_LONGEST_LEAD = 400
# So many small words of sentences make one.
_A_SENTENCE = 2
_MOST_LEADS = 10
# What a citation begins with: a capital, an opening mark, an author in brackets, a small word of a name, "ders.".
_BEGINNING = rf"(?=[^\W\d_a-zß-öø-ÿ]|[“‘„«»\"']|\[[^\W\d_a-zß-öø-ÿ]|{PARTICLES}[^\W\d_a-zß-öø-ÿ]|{repeating_words()}\b)"
# Where one may begin: behind a small word, a comma, a colon, an elided article, or a noun before a given name.
_JOINT = re.compile(
    r"(?:(?P<word>(?<![\w’'.])[a-zß-öø-ÿ]+)\.?\s|(?P<elided>(?<![\w’'])(?:[dl]|qu|dell|nell|dall|sull)[’'])|"
    r"(?P<mark>[,:–—-]|[»”“’]\s?:)\s|(?P<closed>[”’“»])\s|"
    rf"(?P<noun>[^\W\d_a-zß-öø-ÿ][\w-]+)\s(?=[^\W\d_a-zß-öø-ÿ])){_BEGINNING}"
)
_LAST_WORDS = re.compile(r"(?:^|(?<=\s))(?P<words>(?:[^\W\d_]+(?:[’']s)?\s){0,3}[^\W\d_]+),?\s$")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"(?<=[\s’'-])[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+")
# "das alte Recht, das Ann Roe, Das Wehr, S. 4, beschreibt"
_RELATIVE = {"der", "die", "das", "den", "dem", "dessen", "deren", "que", "qu’"}
_JOINING = {"and", "und", "et", "y", "e", "or", "oder", "ou", "o", "u"}
# ‘Title’, Journal; ‘Title,’ Journal; ‘Title’ (1990); „Titel“, in: Zeitung.
_BEHIND_TITLE = re.compile(r"[,.?!]?.?[’”“»\"']?(?:,\s|\s\(|\s(?:in|en|dans):?\s|(?<=,[’”“»\"'])\s)")
# "Exec. Order No. 12,291", "15 U.S.C. § 2605"
_OFFICIAL = re.compile(r"(?:[^\W\d_a-z][\w.]*\s){1,4}(?:[Nn]o\.|n°|Nr\.|núm\.)\s?\d|\d+\s[A-Z]\.(?:\s?[A-Z]\.){1,2}\s§")
# "Société d’histoire de la révolution de 1848 (éd.), "
_EDITED_BY_A_BODY = re.compile(
    r"[^,;:()“”‘’„«»\"]{3,60}(?:[’'][^,;:()“”„«»\"]{3,90})?\s\((?:eds?|éds?|dirs?|Hgg?|Hrsg|coords?|orgs?|comps?|a\scura)\.?\),\s"
)
# What makes an editor or an imprint of the names before it.
_NO_TITLE = re.compile(
    r",?\s?\(?(?:eds?\.\s(?=[^\W\d_a-z])|eds?\.?\)?$|vols?\.|Bde?\.|t\.\s|tom[eo]s?\s|[^\W\d_a-z][\w’-]+(?:[\s/-][^\W\d_a-z][\w’-]+){0,2},?\s(?:1[4-9]|20)\d\d)|"
    r",\s\d|,\s(?:hg|hrsg|bearb|eingel|übers|trad|éd|dir|coord|trans|a\scura|edited|ed)\b"
)


def find_leads(layout: Layout, start: int, end: int) -> tuple[int, ...]:
    """Each place between two at which a citation may begin behind words of a sentence, sure names first.

    "The instructions are in Wharton, op. cit."; "Sobre su aplicación, Horst Pietschmann, Las reformas"; "aus der Sicht
    der Forschung Bruno Buchta, Die Junker"; "Der Begriff bei Hans Rosenberg, Die Klasse"; not "The Life of John Hay,
    Statesman (Boston, 1915)", which is a title. The reading of the words behind each place must show if it is one.
    """
    kind = kind_of_opening(layout, start, end)
    reach = min(end, start + _LONGEST_LEAD)
    if kind is None and not may_lead(layout, start, reach):
        return ()
    sure: list[int] = []
    others: list[int] = []
    for match in _JOINT.finditer(layout.text, start, reach):
        begin = match.end()
        if layout.depth(begin) != layout.depth(start) or layout.is_quoted(begin - 1):
            continue
        if _leads(layout, start, match, kind) and _may_begin(layout, begin, end):
            name = name_at(layout.text, begin)
            is_sure = is_inverted_name(layout.text, begin, end) or (
                rate_people(name) >= SURELY_A_NAME and not _begins_with_a_noun(name)
            )
            (sure if is_sure else others).append(begin)
        if len(sure) + len(others) == _MOST_LEADS:
            break
    return (*sure, *others)


def find_bare_leads(layout: Layout, start: int, end: int) -> tuple[int, ...]:
    """Each place behind such words at which a title without names may begin: "For Fox’s retort, Parl. Hist., XXXI"."""
    kind = kind_of_opening(layout, start, end)
    reach = min(end, start + _LONGEST_LEAD)
    if kind is None and not count_sentence_words(layout.outside_quotations(start, reach), layout.language):
        return ()
    found: list[int] = []
    for match in _JOINT.finditer(layout.text, start, reach):
        begin = match.end()
        is_open = layout.depth(begin) == layout.depth(start) and not layout.is_quoted(begin - 1)
        if not is_open or not layout.text[begin].isupper() or begins_with_place(layout.text, begin, end):
            continue
        small = (match["word"] or "").casefold()
        is_inside = small in words_of("inside", layout.language) or small in words_of("his", layout.language)
        is_titled = _is_titled(layout, start, match)
        is_verb = bool(small) and count_sentence_words(small, layout.language) > 0
        is_inside = is_inside or (is_verb and _OFFICIAL.match(layout.text, begin, end) is not None)
        is_inside = is_inside or names_repository(layout.text, begin)
        is_inside = is_inside or _EDITED_BY_A_BODY.match(layout.text, begin, end) is not None
        is_kept = names_repository(layout.text, begin) and kind is not Opening.QUOTATION
        is_led = is_kept or _leads(layout, start, match, kind)
        is_daily = _is_daily(layout, start, match, end)
        if is_daily or (not is_titled and (match["mark"] or is_inside) and is_led):
            found.append(begin)
        if len(found) == _MOST_LEADS:
            break
    return tuple(found)


def _is_daily(layout: Layout, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a sentence's small word leads to a newspaper: "had been set by the Salt Mail, 26 October 1995"."""
    is_led = bool(joint["word"]) and not layout.quotations_between(start, joint.end())
    if not is_led or not names_daily(layout.text, joint.end(), end):
        return False
    words = layout.text[start : joint.start()]
    return ("," not in words and count_sentence_words(f"{words} {joint['word']}", layout.language) > 0) or (
        layout.language == "de" and joint["word"] in words_of("definite", "de")
    )


def _begins_with_a_noun(name: str) -> bool:
    """Whether a given name stands second in what would be a name: "Grundlage Fritz von Wehr"."""
    first, _, rest = name.partition(" ")
    second = rest.partition(" ")[0].casefold()
    given = word_set("people", "given")
    return second in given and first.casefold() not in given and not first.endswith(".")


def _is_titled(layout: Layout, start: int, joint: re.Match[str]) -> bool:
    """Whether the words up to a joint may be a title; a sentence before a colon is none, whatever it names."""
    if layout.language == "de" or len(_CAPITALISED.findall(layout.text, start + 1, joint.start())) < 2:
        return False
    is_said = (joint["mark"] or "").endswith(":") and joint["mark"] == ":"
    words = layout.outside_quotations(start, joint.start())
    return not (is_said and count_sentence_words(words, layout.language) >= _A_SENTENCE)


def follows_his(layout: Layout, at: int) -> bool:
    """Whether "his" or its kin stands before a place: "see his History", "the same scholar’s paper, “The Policy”"."""
    before = _LAST_WORDS.search(layout.text, max(0, at - 40), at)
    if before is None:
        return False
    words = [word.casefold() for word in _WORD.findall(before["words"])]
    his = next((k for k, word in enumerate(words) if word in words_of("his", layout.language)), len(words))
    return his == len(words) - 1 or bool(set(words[his + 1 :]) & word_set("leads", "about"))


def _leads(layout: Layout, start: int, joint: re.Match[str], kind: Opening | None) -> bool:
    """Whether the words up to a joint lead to what stands behind it."""
    if kind == Opening.QUOTATION:
        return bool(joint["mark"]) and joint["mark"].endswith(":") and len(joint["mark"]) > 1
    words = layout.outside_quotations(start, joint.start())
    small = (joint["word"] or (joint["elided"] or "").rstrip("’'")).casefold()
    if small in _RELATIVE and layout.text[start : joint.start()].endswith(", "):
        return rate_people(name_at(layout.text, joint.end())) >= SURELY_A_NAME
    if (
        small in _JOINING
        or small in words_of("definite", layout.language)
        or _ends_in_editing(layout.text[start : joint.end()])
    ):
        return False
    has_verb = count_sentence_words(f"{words} {small}", layout.language) > 0
    is_about = bool(set(_WORD.findall(_plain_nouns(words, layout.language))) & word_set("leads", "about"))
    is_name = rate_people(name_at(layout.text, joint.end())) >= SURELY_A_NAME
    if joint["closed"]:
        return is_name and kind in (Opening.PREPOSITION, Opening.SMALL)
    if joint["noun"]:
        noun = joint["noun"].casefold()
        is_adverb = joint.start() == start and noun in words_of("adverbs", layout.language)
        return is_name and (
            is_adverb or (kind in (Opening.PREPOSITION, Opening.SMALL) and noun not in word_set("people", "given"))
        )
    if joint["mark"]:
        return _leads_by_mark(joint["mark"], words, kind, has_verb=has_verb)
    if small in words_of("of", layout.language):
        return (is_about and (kind is not None or has_verb)) or (has_verb and is_name)
    if has_verb or kind in (Opening.SMALL, Opening.PREPOSITION):
        return True
    if kind != Opening.ARTICLE or small not in words_of("before", layout.language):
        return False
    return layout.language == "de" or len(_CAPITALISED.findall(words)) < 2


def _leads_by_mark(mark: str, words: str, kind: Opening | None, *, has_verb: bool) -> bool:
    if mark == ",":
        last = words.rstrip(" ,").rpartition(" ")[2]
        return (
            kind == Opening.SMALL
            or (kind == Opening.PREPOSITION and " " in words.strip())
            or last in word_set("leads", "about")
        )
    if mark.endswith(":"):
        return has_verb or kind in (Opening.PREPOSITION, Opening.SMALL)
    return has_verb


def _plain_nouns(words: str, language: str) -> str:
    """German writes every noun with a capital; elsewhere a capital shows a title's word."""
    return words.casefold() if language == "de" else words


def _ends_in_editing(words: str) -> bool:
    last = words.rstrip(" .,:").casefold()
    return any(last.endswith((f" {phrase}", f"({phrase}")) for phrase in word_set("leads", "editing"))


def _may_begin(layout: Layout, begin: int, end: int) -> bool:
    """Whether names with a title, or a title in quotation marks, stand at a place, and no editor and no imprint."""
    text = layout.text
    if text[begin].islower() and not re.match(PARTICLES, text[begin : begin + 12]):
        return is_repeating(text, begin)
    if quotation := layout.quotation_at(begin):
        return not has_source_behind(layout, quotation[1], end) and bool(
            _BEHIND_TITLE.match(text, quotation[1] - 2, end)
        )
    if text[begin] == "[":
        return True
    people = read_people(text, begin, min(end, begin + 300))
    if people is None or not begins_with_people(text, begin, end):
        return False
    if text[begin : people.first_end].endswith(("’s", "'s")):
        return False
    return not (_is_imprint(text, begin, people, end))


def _is_imprint(text: str, begin: int, people: People, end: int) -> bool:
    return bool(_NO_TITLE.match(text, people.first_end, end)) or begins_with_place(text, begin, end)
