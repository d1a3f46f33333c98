"""A book's words in, the title out and what stands behind it: editors, edition, volume, series, place, publisher."""

from __future__ import annotations

import re
from functools import cache

from app.fields.kinds import has_word
from app.fields.names import format_people
from app.fields.pages import as_extent, read_pages
from app.fields.places import is_place, is_publisher, split_imprint
from app.fields.ratings import rate_people
from app.fields.scanning import scan
from app.fields.volumes import TOTAL_VOLUMES, read_edition, read_labelled_number, read_labelled_volume
from app.wordlists import alternatives, load_words, word_set

# "XXXVII", not "C"
_VOLUME_NUMERAL = re.compile(r"(?![LC]$)(?=.)C{0,3}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_A_PLACED_SERIES = 3
_STRIP = " ,;:"
_SERIES = re.compile(
    r"\(?(?:coll(?:ection|ana|\.)|Reihe|Schriftenreihe|series|col\.)\s?:?\s(?P<series>[«“„\"A-ZÀ-ÞĀ-Ž].+?)\)?$"
)
_VOLUME_TITLE = re.compile(r"(?:vol\.|t\.|Bd\.)\s?(?P<volume>\d+|[IVX]+)[,:]\s(?P<title>[A-ZÀ-ÞĀ-Ž][^,:]{3,80})")
_VOLUME_COLON_TITLE = re.compile(
    r",\s(?:vol\.|Bd\.|t\.|Band|Teil|Tl\.)\s?(?P<volume>\d+(?:/\d)?|[IVX]+)\s?:\s(?P<title>[^,.:]{3,160}(?::\s[^,.:]{3,120})?)$"
)
_VOLUME_AND_TITLE = re.compile(
    r",\s(?:vol\.|Bd\.|t\.|Band)\s?(?P<volume>\d+|[IVXL]+(?:/\d)?)(?:\s?:\s(?P<title>[^,.:]{3,80})|,\s(?P<named>[A-ZÀ-ÞĀ-Ž][^.:]{3,80}))$"
)
# "Settecento salino, II, La chiesa e il mare", "Settecento salino. I. Da Marl a Voss": a numeral alone
_NUMERAL_AND_TITLE = re.compile(
    r"(?<!\bt)(?<!\bvol)(?<!\bBd)[.,]\s(?:(?P<volume>[IVX]{1,5})[,:]\s(?P<title>[A-ZÀ-ÞĀ-Ž][^.:]{5,110})|(?P<numeral>[IVX]{1,5})\.\s(?P<named>[A-ZÀ-ÞĀ-Ž][^\s.:]*(?:\s[^\s.:]+){2,14}))$"
)
_REVISED = (
    r"(?:,?\s(?:rev|ampl|aum|corr|atual|actual|acr|augm|riv|accr|crít|facs|revista|ampliada|aumentada|corrigida|revisada"
    r"|revue|corrigée|augmentée|e|y|et)\b\.?)"
)
# "2. Aufl. Frankfurt a. M. 1972"
_AUFLAGE_BEFORE_PLACE = re.compile(
    r",\s(?P<edition>\d{1,2})\.,?\s(?:[a-zäöüß]+\.?,?\s(?:und\s|u\.\s)?){0,4}(?:Aufl\.|Auflage)\s(?=[A-ZÄÖÜ])"
)
_EDITION_WITHIN = re.compile(
    rf"(?<=[\w)?!”»\"])[.,;]\s(?:(?P<edition>\d{{1,2}}(?:\.\s?[ªaº]|[ªº°a]\.?|\.))\s?(?:ed|edic|edição|edición|edizione)\b\.?{_REVISED}*|(?P<revised>[Ee]d\.?{_REVISED}+))[.,;:]?(?=\s|$)\s?"
)
# "Salt, vol. 3 of The Bread Series"
_VOLUME_OF = re.compile(
    r",\s(?:vol\.|volume|no\.|number)\s(?P<number>\d+)(?P<label>)\s(?:of|in)\s(?P<series>[A-ZÀ-ÞĀ-Ž][^,:]{3,80})$"
)
# Chicago's chapters: "edited by Ann Fry, 33–60 (New York: Tern, 1990)"; a span of years is a title's end.
_BARE_EXTENT = re.compile(r"(?!1[4-9]\d\d|20\d\d)\d{1,4}\s?(?:--?|–)\s?\d{1,4}")
_BRACKETED_SERIES = re.compile(
    r",?\s\((?:=\s?)?(?P<series>[A-ZÀ-ÞĀ-Ž][^()]{4,80}?)(?:,?\s(?:Bd\.|Band|Nr\.|H\.|Heft|vols?\.|nos?\.|n[°º]|núm\.|t\.)\s?(?P<label>(?:\d+|[IVXLC]+))|,?\s(?P<number>(?<=,\s)[IVXLC]+|(?!1[4-9]\d\d|20\d\d)\d{1,4}))\)\s*$"
)
# "Paris, P.U.F. (« Sel et pain »), 1958", "Torino, Einaudi («Saggi», 123), 1970"
_QUOTED_SERIES = re.compile(
    r"\s[(\[](?:coll(?:ection|ana|ezione|\.)\s)?(?:«|“|„|\")\s?(?P<series>[^«»“”\"()\[\]]{3,80}?)\s?(?:»|”|“|\")"
    r"(?:,?\s(?:(?:n[°o.º]|t\.|vol\.|Bd\.)\s?)?(?P<number>\d{1,4}))?[)\]][\s,;:]*$"
)


@cache
def _role_before() -> re.Pattern[str]:
    roles = load_words("roles")
    editors, translators, directors, forewords = (
        alternatives([*roles[name], *_elided(roles[name])])
        for name in ("editor_before", "translator_before", "director_before", "foreword_before")
    )
    return re.compile(
        rf"(?:(?<=[,.;?!)»”])\s+|(?<=[\w’”])\s?\(|\s\[)"
        rf"(?:(?P<director>{directors})|(?P<editor>{editors})|(?P<translator>{translators})|(?P<foreword>{forewords}))(?!\sor(?:ig)?\b)(?:\s+|(?<=[’']))(?=[A-ZÀ-ÞĀ-ŽŁŚŠŽČ]|(?:von|van|de|der|du|di|da|del|d)\b)",
        re.IGNORECASE,
    )


def _elided(roles: list[str]) -> list[str]:
    """The same before a vowel: "sous la dir. d’Anne Morel"."""
    return [f"{role[:-1]}{mark}" for role in roles if role.endswith(" de") for mark in "’'"]


def clean_title(words: str) -> str:
    """A title without the marks and separators around it; a question or exclamation mark is its own."""
    words = re.sub(r"\s+", " ", words).strip()
    previous = ""
    while words != previous:
        previous = words
        words = words.strip(_STRIP)
        if words.endswith(".") and not re.search(r"(?:\.\.\.|\b[A-Z]|\b(?:Jr|Co|Inc|etc|St|Bd|Vol))\.$", words):
            words = words[:-1]
        words = _without_lone_mark(words)
        scanned = scan(words)
        if len(scanned.quotes) == 1 and scanned.quotes[0].start == 0 and scanned.quotes[0].end >= len(words):
            words = scanned.quotes[0].words(words)
    return words


def _without_lone_mark(words: str) -> str:
    """The words without a quotation mark at one end whose other half was lost in print."""
    if words[:1] in {"‘", "“", "«", "„"} and not re.search(r"[’”»“\"]", words[1:]):
        return words[1:]
    if words[-1:] in {"”", "»"} and not re.search(r"[“„«\"]", words[:-1]):
        return words[:-1]
    return words


def split_at_stops(words: str, marks: str = ",.") -> list[tuple[int, int]]:
    """The spans between separators that stand outside quotations and brackets."""
    scanned = scan(words)
    spans, begin = [], 0
    for found in re.finditer(rf"[{re.escape(marks)}](?=\s)|[?!](?=\s+[A-ZÀ-ÞĀ-Ž])", words):
        pos = found.start()
        if not scanned.is_open(pos):
            continue
        if (
            words[pos] == "."
            and re.search(r"(?<!\d)\d{1,2}$", words[:pos])
            and re.match(r"\s[A-Za-zäöü]", words[pos + 1 :])
        ):
            continue
        if words[pos] == "." and re.search(
            r"(?:\b[A-ZÀ-ÞĀ-Ž]|\b(?:vol|no|ed|eds|coll|[ÉéE]ds?|trad|préf|pref|pról|introd|Abt|Tl|Halbbd|St|Dr|Mr|Jr|Univ|U\.S|MSS?|Docs?|sécs?|sec|saec|Rev|Bd|Hrsg|Aufl|hrsg|v|vs|a|u|Nr|Amer|Hist|Proc|Int|J|Am|Soc))$",
            words[:pos],
        ):
            continue
        end = pos + 1 if words[pos] in "?!" else pos
        spans.append((begin, end))
        begin = found.end()
    spans.append((begin, len(words)))
    return spans


def take_roles(words: str) -> tuple[str, dict[str, str]]:
    """Cut "ed. by X", "trans. Y", "hrsg. von Z" off the words behind a title.

    Returns:
        The words without them, and the people; what a comma adds behind the names stays in the words.
    """
    scanned = scan(words)
    marks = [
        found
        for found in _role_before().finditer(words)
        if scanned.is_open(found.start()) or words[found.start() :].lstrip()[:1] in "(["
    ]
    if not marks:
        return words, {}
    fields: dict[str, str] = {}
    rest = ""
    for found, following in zip(marks, [*[mark.start() for mark in marks[1:]], len(words)], strict=True):
        people, behind = _people_only(words[found.end() : following].strip(" ,;)]"))
        if not people:
            return words, {}
        role = next(name for name in ("editor", "translator", "director", "foreword") if found[name])
        if role == "director":
            fields |= {"editor": format_people(people), "editortype": "director"}
        else:
            fields.setdefault(role, format_people(people))
        label = found[role].casefold()
        if role == "editor" and ("trans" in label or "übers" in label):
            fields.setdefault("translator", fields["editor"])
        while behind and (counted := _counted(behind[split_at_stops(behind)[-1][0] :].strip(_STRIP), fields)):
            spans = split_at_stops(behind)
            fields |= counted
            behind = behind[: spans[-2][1]] if len(spans) > 1 else ""
        if part := _VOLUME_TITLE.fullmatch(behind):
            fields |= {"volume": part["volume"], "titleaddon": part["title"].strip()}
        elif behind and _is_series(behind) and not is_place(behind) and not is_publisher(behind):
            fields.setdefault("series", behind.strip(_STRIP))
        elif behind:
            rest += ", " + behind
    return (words[: marks[0].start()].rstrip(" (,") + rest, fields) if fields else (words, {})


def _people_only(words: str) -> tuple[str, str]:
    """Split names from what a comma adds to them ("R. Hill, 2 vols", "D. Süss, Textile Histories")."""
    spans = split_at_stops(words, ",.")
    for cut in range(len(spans), 0, -1):
        people = words[: spans[cut - 1][1]]
        if rate_people(people) >= 0.25 and (cut == 1 or rate_people(people) >= 0.5):
            return people, words[spans[cut - 1][1] :].strip(" ,.")
    return (words, "") if len(words.split()) <= 8 else ("", words)


def peel(words: str, *, imprint: str) -> tuple[str, dict[str, str]]:
    """Take off the end of a book's words, one after the other, all that is not its title.

    Args:
        words: from the title's beginning to the tail.
        imprint: "bracket" where place and publisher stand in a bracket behind these words, "year" where a bare year
            follows behind a comma (so that place and publisher are still among the words), "place" where the year
            follows the last word without a comma ("Titel, Rostock 2010").
    """
    words, fields = _take_edition(words.strip())
    roles_tried = False
    while True:
        taken = _last_part(words, fields, imprint)
        if taken is None and not roles_tried:
            roles_tried = True
            shorter, people = take_roles(words)
            if people:
                words, fields = shorter, people | fields
                continue
        if taken is None:
            return words, fields
        words, fields = taken[0], taken[1] | fields


def _take_edition(words: str) -> tuple[str, dict[str, str]]:
    """Cut "26. ed." or "2.ª ed. rev. e ampl." out of the words; the stops would part them wrongly."""
    if auflage := _AUFLAGE_BEFORE_PLACE.search(words):
        return f"{words[: auflage.start()]}, {words[auflage.end() :]}", {"edition": auflage["edition"]}
    found = next((mark for mark in _EDITION_WITHIN.finditer(words) if scan(words).is_open(mark.start())), None)
    if not found:
        return words, {}
    edition = found["edition"] or found["revised"]
    return f"{words[: found.start()]}. {words[found.end() :]}".strip(" ."), {"edition": edition.strip(" .,")}


def _last_part(words: str, fields: dict[str, str], imprint: str) -> tuple[str, dict[str, str]] | None:
    """The words without their last part and what that part says; None where the last part belongs to the title."""
    if named_series := _series_at_end(words, fields):
        return named_series
    spans = split_at_stops(words)
    if len(spans) < 2:
        return None
    for count in (3, 2, 1):
        if len(spans) > count and (found := _counted(words[spans[-count][0] :].strip(_STRIP), fields)):
            return words[: spans[-count - 1][1]], found
    if volume := _volume_part(words, fields, imprint):
        return volume
    begin, before = spans[-1][0], words[: spans[-2][1]]
    last = words[begin:].strip(_STRIP)
    if (
        last[:1] in {"«", "“", "„"}
        and last[-1:] in {"»", "”", "“"}
        and (is_publisher(words[spans[-2][0] : spans[-2][1]]) or _is_placed(words, spans))
    ):
        return before, {"series": clean_title(last)}
    if series := _SERIES.match(last):
        return before, {"series": clean_title(series["series"])}
    number = re.fullmatch(r"(?!(?:1[5-9]|20)\d\d$)\d{1,4}", last)
    if number and imprint != "place" and len(spans) > 2 and _is_series(words[spans[-2][0] : spans[-2][1]]):
        return words[: spans[-3][1]], {"series": words[spans[-2][0] : spans[-2][1]].strip(_STRIP), "number": last}
    if imprint == "bracket" or {"location", "publisher"} <= fields.keys():
        return None
    return _imprint_part(words, spans, fields, imprint)


def _series_at_end(words: str, fields: dict[str, str]) -> tuple[str, dict[str, str]] | None:
    """A series in a bracket, "(« Sel et pain »)" or "(Salzstudien, Bd. 4)", or the set a volume belongs to."""
    if (quoted := _QUOTED_SERIES.search(words)) and "series" not in fields:
        numbered = {"number": quoted["number"]} if quoted["number"] else {}
        return words[: quoted.start()], {"series": quoted["series"].strip()} | numbered
    if named := _BRACKETED_SERIES.search(words) or _VOLUME_OF.search(words):
        number = named["number"] or named["label"]
        return words[: named.start()], {"series": clean_title(named["series"]), "number": number}
    return None


def _is_placed(words: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the part before the last stands behind a place, as a publisher does: "Paris, Michalon, « Le bien »"."""
    return len(spans) > _A_PLACED_SERIES and is_place(words[spans[-3][0] : spans[-3][1]].strip(_STRIP))


def _volume_part(words: str, fields: dict[str, str], imprint: str) -> tuple[str, dict[str, str]] | None:
    """A volume with a title of its own as the last part: "vol. 5: The Weaver", "Bd. II/2, Besonderer Teil"."""
    is_behind = imprint == "bracket" or bool({"publisher", "edition"} & fields.keys())
    part = (_VOLUME_AND_TITLE.search(words) if is_behind else None) or _VOLUME_COLON_TITLE.search(words)
    if not part and (part := _VOLUME_AND_TITLE.search(words)):
        named = part["named"] or ""
        part = None if " " not in named or "," in named or is_publisher(named) else part
    title = (part["title"] or part.groupdict().get("named") or "") if part else ""
    if part and (imprint == "bracket" or not ("," in title or is_place(title))):
        return words[: part.start()], {"volume": part["volume"], "titleaddon": title.strip()}
    if "location" in fields and "volume" not in fields and (part := _NUMERAL_AND_TITLE.search(words)):
        named = (part["title"] or part["named"]).strip()
        return words[: part.start()], {"volume": part["volume"] or part["numeral"], "titleaddon": named}
    return None


def _counted(last: str, fields: dict[str, str]) -> dict[str, str] | None:
    if found := TOTAL_VOLUMES.fullmatch(last):
        return {"volumes": found["count"]}
    if re.fullmatch(r"trad\.?\s(?:it|fr|esp|ingl|all)\.?", last):
        return {"note": last}
    if _VOLUME_NUMERAL.fullmatch(last) and "volume" not in fields:
        return {"volume": last}
    if _BARE_EXTENT.fullmatch(last) and "pages" not in fields:
        return {"pages": as_extent(last)}
    pages = read_pages(last, 0, bare=False)
    if pages and pages.end == len(last) and not pages.is_at and "pages" not in fields:
        return {"pages": as_extent(pages.text)}
    for reader in (read_edition, read_labelled_volume, read_labelled_number):
        piece = reader(last, 0)
        if piece and not last[piece.end :].strip(" ,.") and not fields.keys() & piece.fields.keys():
            return dict(piece.fields)
    return None


def _is_series(words: str) -> bool:
    words = words.strip(_STRIP)
    return len(words.split()) >= 2 and all(word[0].isupper() or len(word) <= 4 for word in words.split())


def _imprint_part(
    words: str, spans: list[tuple[int, int]], fields: dict[str, str], imprint: str
) -> tuple[str, dict[str, str]] | None:
    """Place, publisher, or "Place: Publisher" as the last part, or as the last two with a comma between."""
    for count in (3, 2, 1):
        if len(spans) <= count:
            continue
        last, before = words[spans[-count][0] :].strip(_STRIP), words[: spans[-count - 1][1]]
        head, colon, house = last.partition(":")
        if "location" not in fields and is_place(last):
            return before, {"location": last}
        if (
            colon
            and house.strip()
            and (is_place(head) or (_is_house_or_sentence(words, spans, count, house) and _is_short_name(head)))
        ):
            return before, split_imprint(last) or {}
    last, before = words[spans[-1][0] :].strip(_STRIP), words[: spans[-2][1]]
    if is_publisher(last) and "publisher" not in fields:
        return before, {"publisher": last}
    if has_word(last, "broadcast_words") and len(last.split()) <= 5 and "publisher" not in fields:
        return before, {"publisher": last}
    return _unknown_imprint_part(words, spans, fields, imprint)


def _is_short_name(words: str) -> bool:
    return len(words.split()) <= 3 and words[:1].isupper() and not re.search(r"[,\d]", words)


def _is_house_or_sentence(words: str, spans: list[tuple[int, int]], count: int, house: str) -> bool:
    """Whether "X: Y" is an imprint: Y is a known house, or the words are a sentence of their own."""
    is_own_sentence = words[: spans[-count][0]].rstrip().endswith(".") and count == 1 and len(house.split()) <= 5
    return is_publisher(house) or is_own_sentence


_PLACE_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.'’-]+(?:[ /](?:am|an|der|de|a\.|i\.|im|[A-ZÀ-ÞĀ-Ž][\w.'’-]*)){0,3}")
_HOUSE_NAME = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž]|chez\s|aux\s|the\s|by\s|im\s|presso\s|appresso\s|per\s|nella\s|dalla\s|dai\s|por\s|en\s(?:la|casa)\s|bei\s|en\sl[’'])[^\d:]+"
)


def _unknown_imprint_part(
    words: str, spans: list[tuple[int, int]], fields: dict[str, str], imprint: str
) -> tuple[str, dict[str, str]] | None:
    """Place and publisher that no list knows, told by where they stand: "Title, Shimla, Institute of Study, 1994"."""
    last, before = words[spans[-1][0] :].strip(_STRIP), words[: spans[-2][1]]
    if "location" in fields:
        return None
    if "publisher" in fields or imprint == "place":
        is_place_name = _PLACE_NAME.fullmatch(last) and len(last.split()) <= (4 if imprint == "place" else 2)
        is_place_name = is_place_name and last.casefold() not in word_set("people", "title_words")
        return (before, {"location": last}) if is_place_name else None
    if imprint == "year" and len(spans) == 2 and _is_lone_place(words, spans, last):
        return before, {"location": last}
    house = last if len(last.split()) <= 8 and _HOUSE_NAME.fullmatch(last) else ""
    for count in (4, 3, 2):
        if house and len(spans) > count:
            place = words[spans[-count][0] : spans[-2][1]].strip(_STRIP)
            if is_place(place) or (count == 2 and _is_french_order(words, spans, place)):
                return words[: spans[-count - 1][1]], {"location": place, "publisher": house}
    return None


def _is_lone_place(words: str, spans: list[tuple[int, int]], last: str) -> bool:
    """Whether it is "G. Pot, Sibirskie goroda, Tomsk, 1907": one unknown word between commas."""
    is_word = re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’']{3,}", last) and last.casefold() not in word_set(
        "people", "title_words"
    )
    return bool(is_word) and words[: spans[-1][0]].rstrip().endswith(",") and len(words[: spans[-2][1]].split()) > 1


def _is_french_order(words: str, spans: list[tuple[int, int]], place: str) -> bool:
    """Whether an unknown name may be the place in "Title, Place, Publisher, Year": one word after a comma."""
    behind_comma = words[: spans[-2][0]].rstrip().endswith(",")
    return (
        behind_comma
        and bool(re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’'-]+(?:-[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)*", place))
        and len(spans) == 3
    )
