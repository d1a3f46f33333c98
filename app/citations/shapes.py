"""A stretch of a note in, how much it looks like a citation and how much like prose out."""

from __future__ import annotations

import re
from functools import cache

from app.citations.layout import Layout
from app.citations.naming import read_people
from app.fields.dates import read_full_date
from app.fields.kinds import has_word
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.folding import fold
from app.wordlists import alternatives, load_words, word_set

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_OPENING = "“‘„«»\"'"
_ROLE = re.compile(r",?\s?\(?(?:eds?|Hrsg|Hg|Hgg|dirs?|éds?|comps?|coords?|trans|[Ee]ds?)\.?\)?(?=[\s,:.])")
_INVERTED = re.compile(
    rf"{_UPPER}[\w’'-]+,\s{_UPPER}[\w’'.-]*(?:\s{_UPPER}[\w’'.-]*)?(?:\s\([^()]{{2,6}}\))?,\s(?={_UPPER}|[{_OPENING}])"
)
_BEFORE_QUOTATION = re.compile(rf"[,:.]?\s?(?:in\s)?(?=[{_OPENING}])")
# A sentence's "Nevertheless, in discussion" is no name and title: a title begins with a capital, a figure or a mark.
_BEFORE_TITLE = re.compile(
    r"\s?(?:,|:|\((?:1[4-9]|20)\d\d[a-z]?\)[.,:]?)\s"
    r"(?!(?!(?:review|interview|letter|introduction|foreword|preface|afterword|memorandum|speech|remarks|testimony|diary|entry)\b)"
    r"[a-zà-öø-ÿ]+\s[a-zà-öø-ÿ])"
)
_NO_CITATION = re.compile(
    r"(?:accessed|last accessed|last visited|visited|retrieved|Zugriff|letzter Zugriff|Stand|"
    r"consulté|abgerufen|consultado|emphasis|my (?:italics|translation))\b",
    re.IGNORECASE,
)
# "(2004).", ", 2004.", ". 2004."
_FIRST_YEAR = re.compile(
    r"[.,]{0,2}\s?\((?:1[4-9]|20)\d\d[a-z]?(?:/\d{4})?\)|(?:[.,]{1,2}|(?<=\.))\s(?:1[4-9]|20)\d\d[a-z]?[.:](?=\s|$)"
)
_TITLE_OF_A_PERIOD = re.compile(
    r",\s[^:;()“‘„«]{4,}\s\(?(?:1\d|20)\d\d(?:\s?[–-]\s?|\s(?:à|to|bis|and|und|et|al?|y)\s)(?:(?:1\d|20)\d\d|\d\d)\)?\.?\s*$"
)
_PERIOD = re.compile(r"\b(?:1[4-9]\d\d|20[0-3]\d)[a-z]?\b")
# "s.l.n.d., p. 14", "o. O. u. J.": what says that neither place nor year is printed.
_UNDATED = re.compile(
    r",\s(?:s\.\s?l\.,?\s?(?:n\.|s\.)\s?d\.|s\.\s?d\.|n\.\s?d\.|o\.\s?O\.(?:,|\su\.)\s?(?:o\.\s?)?J\.|o\.\s?J\.)"
)
_PUBLICATION = re.compile(
    r"\((?!\d{4}\s?[-–]\s?\d{2,4}\))[^()]{0,120}\b(?:1[4-9]\d\d|20[0-3]\d)[a-z]?(?:\s?[-–/]\s?\d{2,4})?(?:;[^()]{1,40})?\)|\(forthcoming\)"
)
_PLACE_YEAR = re.compile(rf"(?:(?<!\d)\.|,)\s(?:{_UPPER}[\w.’-]+[\s,/-]+){{1,5}}(?:1[4-9]\d\d|20[0-3]\d)\b")
# "Paris, Dentu, 1859, p. 211": nothing that is said goes on so.
_HOUSE_AND_PAGE = re.compile(
    rf",\s{_UPPER}[\w’-]+(?:[\s/-]{_UPPER}[\w’-]+){{0,3}},\s{_UPPER}[^,;:()]{{1,40}},\s(?:1[4-9]|20)\d\d(?:[-–]\d{{2,4}})?"
    r"(?:,\s(?:\d\svol\.|(?:t|vol|tomo?)\.?\s?[IVX\d]+))?,\s(?:pp?|págs?|pag|f)\.\s?\d"
)
_VOLUME = re.compile(
    r"\b\d+,? (?:no|Nr|núm|n[°ºo])\.? ?\d+|\((?:1[4-9]|20)\d\d\)[ ,]+(?:\d+|[IVXLC]+) [A-Z]|"
    r"\b\d+ [A-Z][\w.’& ]{1,60} \d+|\b\d+ ?\(\d{4}\)|\b\d+\(\d+\)|\d+/(?:19|20)\d\d|"
    r"\b(?:vol|Vol|Bd|t|tome|tomo|no|Nr|núm)\. ?[\dIVXLC]+|\b(?:[ivxlc]+|[IVXLC]+)\.,? \d+|"
    r"\b\d+ [A-Z]\.[\w. ]{0,30} \d+"
)
_PAGES_AT_END = re.compile(
    r"(?:[,:)]\s?|\s(?:at|S\.|pp?\.|fol\.|col\.|cols\.|págs?\.|pag\.|ff?\.|paras?\.?)\s?)[A-Z]?\d+[\w.–—-]*(?:\s?[-–—,]\s?\d+)*(?:\s?ff?\.?)?(?:\s\([^()]*\))?[\s.,;)]*$|\b(?:[IVXLC]+|[ivxlc]+)\.\s?\d+[\s.,;)]*$"
)
# "p. 45", "II. 255", ", 120-3 ff."; not the years of ", 1782-1810".
_LAST_PAGE = re.compile(
    r"(?:(?:\b(?:pp?|Ss?|págs?|pagg?|fols?|fls?|fos?|ff?|cols?|Bl|Rn|Rz|cc?|[Nn]os?|Nr)\.?\s?|\bat\s|\b(?:[IVXLC]+|[ivxlc]+)[.,:]\s?|:\s?)"
    r"[A-Z]?\d+[rv]?|,\s(?!(?:1[4-9]|20)\d\d\b)[A-Z]?\d{1,4}[rv]?)(?:\s?[-–—,]\s?(?:pp?\.\s?)?[A-Z]?\d+[rv]?)*"
    r"(?:\s?(?:ff?|sqq?|seqq?|ss|sgg?|segg?|n|et\s(?:seq|sqq?|suiv)|y\sss|passim)\b\.?)?(?:\s\([^()]{1,40}\))?[\s.,;)]*$"
)
# "Dominique MONJARDET, Ce que fait": a family name in capitals behind a given name is no word of a sentence.
_CAPITAL_FAMILY = re.compile(
    r"(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?|[A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)?)\s(?:[A-ZÀ-Þ]\.\s)?(?:D[EU]\s|L[EA]\s)?[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}"
    r"(?:\s\((?:dir|éd|coord)s?\.\))?,\s[A-ZÀ-Þ]"
)
_NAMED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^,;]*[,’”»\")]|[“‘„«]")
_PAGE_WORD = re.compile(r"\b(?:pp?|S|págs?|fols?|ff|Bl|pag)\.\s?[A-Z]?\d|\bat \d")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|er|º)?\.? (?:de )?[A-Z]?[a-zéûäç]{2,9}\.? (?:de |del )?(?:1[4-9]|20)\d\d|"
    r"\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, (?:1[4-9]|20)\d\d|\b\d{1,2}\. ?\d{1,2}\. ?(?:1[4-9]|20)\d\d"
)
_LAW = re.compile(
    r"\b(?:Act|Ordinance|Regulations?|Order|Directive|Treaty|Convention|Code|Statute|Charter|Gesetz|"
    r"Verordnung|Loi|Ley|Decreto|Legge),? (?:of )?(?:1[4-9]|20)\d\d|§|"
    r"\b(?:FED|Fed)\. R\. [A-Z][\w.]+|\bU\. ?S\. C(?:ONST|onst)\.|\b(?:Cong\. Rec|CONG\. REC|Fed\. Reg|FED\. REG)\.|"
    r"\bU\.\s?S\.\s?C|"
    r"\b\d+ (?:U\.\s?S|F|S\. Ct)\.\s?(?:\dd|Supp\.)?\s?\d|"
    r"\[(?:1[4-9]|20)\d\d\] \d* ?[A-Z]{2,}|\b(?:BGBl|RGBl|BGH[ZS]?t?|BVerfGE|NJW)\b|\b[A-Z][\w.’&-]+ v\.? [A-Z]"
)
# "BnF, ms. fr. 12345", "FO 371/24935", "F. O. 5: 4", "Add. MSS 38242", "R 43 I/1805", "box 12", "legajo 45".
_SHELF_MARK = re.compile(
    r"\b(?:[Mm]ss?|MSS?)\.?,?\s(?:[\w.]+\s){0,3}\d|"
    r"\b(?:FO|CAB|RG|WO|CO|HO|T|PREM|Add\. MSS?|F\d?|GT|SP|HCA|PROB|ADM|AIR|DO|ED|NL|R|N)\s\d+(?:\s?[IVX]+)?[/ ]\d|"
    r"\b(?:PRO|TNA|UKNA|T\.N\.A\.|P\.R\.O\.)[:,]?\s[A-Z]{1,5}\s\d+[/ ]\d|"
    r"\b(?:[FCWHD]\.\s?O\.|Adm\.|S\.\s?P\.|P\.\s?R\.\s?O\.|R\.\s?G\.),?\s\d|\b(?:F|BB|AJ|AP|AQ)\d{1,3}\s\d|\b\d{1,3}\s[A-Z]\s\d+|"
    r"\b(?:[Bb]ox|[Ff]older|[Cc]arton|[Cc]aja|[Ll]egajo|leg\.|exp\.|[Bb]usta|[Bb]estand|Rep\.|[Ff]ondo|[Ll]iasse|dossier)\s[A-Z]?\d"
)
_DAILY = re.compile(
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'.-]*(?:\s(?:de|di|del|of|der|du|la|le|[^\W\d_a-zß-öø-ÿ][\w’'-]*)){0,5}?)"
    r"(?:,?\s(?:\([^\W\d_][^()]{2,30}\),?\s)?(?:(?:of|for|vom|v\.|von|du|del|de|dell[’']|do)\s)?)(?=\d|[^\W\d_]{3,10}\.?\s\d)"
)
# "Adams MSS.", "Papua Letters", "Nachlass Heuss": a collection of papers, named with nothing behind it.
_PAPERS = re.compile(
    r"\bMSS?\b\.?|\b(?:Papers|Nachla(?:ss|ß)|Manuscripts|Letter-?[Bb]ooks?|Despatches|Correspondence)$"
)
# Printed all the same.
_PRINTED_PAPERS = re.compile(
    r"\b(?:State|Parliamentary|Sessional|Collected|Selected|Occasional|Working|Public|Command|Documents?\sand)\sPapers\b|"
    r"\bPapers\s(?:of|and|on|relating|respecting|in)\b|\(\D[^()]*\b(?:1[4-9]|20)\d\d[^()]*\)"
)
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b|\baccessed\b|\bconsulté\b|\babgerufen\b|\bconsultado\b", re.IGNORECASE)
_CONTAINER = re.compile(
    r"[,.’”»\"]\s(?:in|In|en|dans)[:\s]|\b(?:eds?|Hrsg|Hg|éds?|dirs?|coords?|comps?|transl?)\.(?:\s|,|\))"
)
# "replaced", "commanded"; not the participles that citations are made of.
_PAST_VERB = re.compile(
    r"\b(?!(?:edited|translated|revised|reprinted|accessed|published|quoted|cited|reproduced|retrieved|abridged|illustrated|compiled|"
    r"collected|annotated|enlarged|expanded|selected|unpublished|updated|printed|limited|posted|dated|signed|based|united|hundred|"
    r"indeed|need|seed|speed|deed|greed|breed|reed|weed|feed|freed|steed|shed|bred|sacred|hatred|kindred|red|last)\b)[a-z]{3,}ed\b"
)
_WORD = re.compile(r"[^\W\d_]+")
# "no. 83" denies nothing.
_NUMBERED = re.compile(r"\bnos?\.\s?(?=\d)")
# "n. a. fr. 14389", "s.d.": letters of abbreviations are no words.
_LETTERED = re.compile(r"(?<![\w’'])[^\W\d_]\.(?=[\s\w,;])")
_SURELY_A_NAME = 0.85
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")


@cache
def _sentence_words(language: str) -> frozenset[str]:
    listed = load_words("prose")["sentences"]
    return frozenset(listed.get(language, listed["en"]))


def guess_language(texts: list[str]) -> str:
    """The ISO 639-1 code of the language that most small words of the notes belong to; "en" where there are too few."""
    counts = dict.fromkeys(load_words("prose")["cues"], 0)
    owners: dict[str, list[str]] = {}
    for code, words in load_words("prose")["cues"].items():
        for word in words:
            owners.setdefault(word, []).append(code)
    for text in texts:
        for match in _WORD.finditer(text[:2000]):
            for code in owners.get(match[0], ()):
                counts[code] += 1
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= 3 else "en"


def is_archival(words: str) -> bool:
    """Whether words name an archive or library and not one work of print: "Archives nationales", not "State Papers"."""
    plain = _PRINTED_PAPERS.sub(" ", words[:160])
    if len(plain) < len(words[:160]) and plain.count("(") < words[:160].count("("):
        return False
    return bool(set(fold(plain).split()) & word_set("back_references", "archives"))


@cache
def _repository() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load_words('archives')['repositories'])})(?!\w)")


def names_repository(text: str, at: int) -> bool:
    """Whether an archive or library is named at a place: "Archives nationales, F7 12345"."""
    return _repository().match(text, at) is not None


def names_daily(text: str, at: int, end: int) -> bool:
    """Whether a newspaper known as one and its day stand at a place: "Daily Mail, 26 October 1995"."""
    paper = _DAILY.match(text, at, end)
    if paper is None or not (has_word(paper["name"], "newspaper_words") or has_word(paper["name"], "daily_names")):
        return False
    date = read_full_date(text, paper.end())
    return date is not None and date.end <= end


def is_unprinted(words: str) -> bool:
    """Whether words name a place among papers: "F. O. 5: 4", "Brit. Mus., Add. MSS. 38242"."""
    if _PRINTED_PAPERS.search(words[:160]):
        return False
    return bool(_repository().match(words) or _SHELF_MARK.search(words[:120]) or _PAPERS.search(words[:160]))


def opens_a_sentence(text: str, at: int) -> bool:
    """Whether a word stands here with which sentences begin and citations do not: "Nevertheless", "According to"."""
    match = _WORD.match(text, at)
    return match is not None and match[0] in load_words("prose")["openers"]


def count_sentence_words(words: str, language: str) -> int:
    """How many small words of sentences stand in a stretch whose quotations are blanked ("which was", "wird sich")."""
    listed = _sentence_words(language)
    words = _LETTERED.sub(lambda match: " " * len(match[0]), _NUMBERED.sub("", words))
    verbs = len(_PAST_VERB.findall(words)) if language == "en" else 0
    return verbs + sum(
        1
        for match in _WORD.finditer(words)
        if match[0] in listed or (match.start() == 0 and match[0].lower() in listed)
    )


def is_before_quotation(text: str, start: int, end: int) -> bool:
    """Whether names with a quotation right behind them stand at a place: "A. Roe ‘Of Miller’s Yard"."""
    people = read_people(text, start, min(end, start + 400))
    if people is not None and text[start : people.end].casefold() in word_set("leads", "bare_articles"):
        return False
    return people is not None and bool(_BEFORE_QUOTATION.match(text, _behind_role(text, people.end), end))


def is_before_title(text: str, start: int, end: int) -> bool:
    """Whether one name or several and then a comma, a colon or a year stand at a place: "S. Turow, One L"."""
    people = read_people(text, start, min(end, start + 400))
    if people is None:
        return False
    if people.first_words <= 4 and _BEFORE_TITLE.match(text, _behind_role(text, people.first_end), end):
        return True
    return people.is_joint and bool(_BEFORE_TITLE.match(text, _behind_role(text, people.joined_end), end))


def is_surely_named(text: str, start: int, end: int) -> bool:
    """Whether what stands here is surely a person's name with a title behind: "J. Marlow, The Harbour Trade"."""
    people = read_people(text, start, min(end, start + 120))
    if people is None or rate_people(text[start : people.first_end]) < _SURELY_A_NAME:
        return False
    return begins_with_people(text, start, end)


def begins_with_place(text: str, start: int, end: int) -> bool:
    """Whether a city and a house or year stand here, no names: "Oxford-New York, Oxford University Press, 2006"."""
    people = read_people(text, start, min(end, start + 120))
    return people is not None and is_place(text[start : people.first_end])


def is_whole_name(text: str, start: int, end: int) -> bool:
    """Whether a name of two parts, then title or quotation, stand at a place: "Ann Roe, A Boat of Her Own"."""
    people = read_people(text, start, min(end, start + 200))
    if people is None or people.first_words + people.initials < 2:
        return False
    return begins_with_people(text, start, end)


def is_inverted_name(text: str, start: int, end: int) -> bool:
    """Whether surname, given name and a title stand at a place: "Marlow, Edith, The Harbour Trade"."""
    match = _INVERTED.match(text, start, end)
    return match is not None and begins_with_people(text, start, end)


def _behind_role(text: str, at: int) -> int:
    match = _ROLE.match(text, at)
    return match.end() if match else at


def begins_with_people(text: str, start: int, end: int) -> bool:
    """Whether names and what follows names in a citation stand at a place."""
    return is_before_quotation(text, start, end) or is_before_title(text, start, end)


def weigh_evidence(layout: Layout, start: int, end: int) -> float:
    """How much speaks for a citation beginning at `start`, prose counted against it; above about 1.5 it is one.

    "B. Carr, Should the Mill be sold to the Village? (1871) 15" gathers names, a year in brackets and a page;
    "Marlow reports that the harbour company had opened its second office there in 1871" a year and three
    words of sentences.
    """
    end = min(end, start + 1200)
    if _NO_CITATION.match(layout.text, start):
        return -1.0
    text = layout.text[start:end]
    plain = layout.outside_quotations(start, end)
    score = 0.0
    quotation = next(iter(layout.quotations_between(start, min(end, start + 160))), None)
    if quotation:
        score += 1.5 if quotation[0] <= start + 1 or is_before_quotation(layout.text, start, end) else 0.4
    score += 1.0 if is_before_title(layout.text, start, end) else 0.0
    score += 1.0 if _CAPITAL_FAMILY.match(text) else 0.0
    score += 1.5 if _PUBLICATION.search(plain) else 0.0
    score += 1.0 if _DATE.search(plain) else 0.5 if _PERIOD.search(plain) else 0.0
    score += 1.0 if _UNDATED.search(plain) else 0.0
    score += sum(1.0 for pattern in (_VOLUME, _PLACE_YEAR, _ADDRESS, _LAW) if pattern.search(plain))
    score += 1.0 if _PAGES_AT_END.search(text) else 0.6 if _PAGE_WORD.search(plain) else 0.0
    score += 1.5 if _HOUSE_AND_PAGE.search(plain) else 0.0
    score += 1.5 if _is_in_an_archive(text) else 0.0
    score += 1.5 if _SHELF_MARK.search(plain) else 0.0
    score += 0.6 if _CONTAINER.search(text) else 0.0
    prose = count_sentence_words(_BRACKETED.sub(lambda m: " " * len(m[0]), plain), layout.language)
    return score - 0.6 * min(prose, 8) - (1.0 if opens_a_sentence(layout.text, start) else 0.0)


def _behind_first_year(text: str, start: int, end: int) -> int:
    """Behind the year of "Wilz, Sylvia Marlene. (2002). Organisation": that a date stands there completes nothing."""
    people = read_people(text, start, min(end, start + 400))
    for _ in range(12):
        if people is None or text[people.end : people.end + 1] != ";":
            break
        people = read_people(text, people.end + 1, min(end, start + 400)) or people
    if people is None:
        return start
    match = _FIRST_YEAR.match(text, _behind_role(text, people.end), end)
    return match.end() if match else start


def _is_in_an_archive(text: str) -> bool:
    """Whether the first words name an archive and a mark with a figure follows: "Bundesarchiv (künftig: BA), R 43"."""
    place, comma, mark = text.partition(",")
    return bool(comma) and len(place) < 80 and any(map(str.isdigit, mark[:80])) and is_archival(place)


def is_title_of_a_period(text: str, start: int, end: int) -> bool:
    """Whether nothing but a name and a title stands here whose last words are the years it is about: "1600 à 1730"."""
    people = read_people(text, start, min(end, start + 400))
    return people is not None and bool(_TITLE_OF_A_PERIOD.match(text, _behind_role(text, people.first_end), end))


def ends_with_page(layout: Layout, start: int, end: int) -> bool:
    """Whether words that begin as a citation does end with the page they point at, where no year completes them."""
    return has_page_at_end(layout.text, start, end) and bool(_NAMED.search(layout.text, start, end))


def has_page_at_end(text: str, start: int, end: int) -> bool:
    """Whether the last words are a page: "p. 45", "II. 255", ", 120-3 ff."."""
    return _LAST_PAGE.search(text, max(start, end - 60), end) is not None


def is_complete(layout: Layout, start: int, end: int) -> bool:
    """Whether a citation's words already hold what usually ends one: a year and a page, or an address."""
    if is_title_of_a_period(layout.text, start, end):
        return False
    start = _behind_first_year(layout.text, start, end)
    plain = layout.outside_quotations(start, end)
    if _ADDRESS.search(plain):
        return True
    has_year = bool(_PERIOD.search(plain))
    return has_year and bool(
        _PAGES_AT_END.search(layout.text[start:end])
        or _PUBLICATION.search(plain)
        or _DATE.search(plain)
        or _PLACE_YEAR.search(plain)
    )
