"""A continental statute or a European act in, its fields out: "Loi n° 78-17 du 6 janvier 1978, art. 2"."""

from __future__ import annotations

import re

from app.fields.dates import has_day, read_full_date
from app.fields.law_shapes import Law

_KIND = (
    r"(?:Law|Loi|Ley|Legge|Lei|Decree|Décret(?:-loi)?|Decreto(?:[- ]?(?:ley|legge|lei|legislativo))?|Gesetz|Verordnung"
    r"|Ordonnance|Arrêté|Regio\sdecreto|R\.\s?D\.(?:\s?L\.)?|D\.\s?L\.|D\.\s?Lgs\.|D\.\s?P\.\s?R\.|L\.|Orden|Constitución"
    r"|Real\s(?:decreto|orden|cédula|provisión)|Alvará|Carta\s(?:régia|de\slei)|Statuto)"
)
_NUMBERED = re.compile(
    rf"(?P<title>{_KIND}\s(?:No\.?|n[°ºo.]|núm\.|nr\.|Nr\.)\s?(?P<number>[\w/.-]*\d[\w/-]*))(?:,?\s(?:of|du|de|del|di|vom)\s|,\s)(?=\d)"
)
# "Ley 30/1992, de 26 de noviembre": the year stands with the number.
_OF_YEAR = re.compile(
    r"(?P<title>(?:Ley(?:\s[Oo]rgánica)?|Real\s[Dd]ecreto(?:-ley|\s[Ll]egislativo)?|Lei|Decreto-Lei|Legge|D\.\s?Lgs\.|Orden)\s"
    r"(?:n\.[°º]?\s)?(?P<number>\d+/(?P<year>(?:18|19|20)\d\d)),\sde\s(?P<day>\d{1,2}\sde\s[a-zç]+))"
)
_DATED = re.compile(rf"(?P<title>{_KIND}\s(?:del\s|dell[’']|du\s|de\s|vom\s|of\s)?)(?=\d{{1,2}}\W)")
_NUMBER = re.compile(r",?\s(?:n\.|n[°ºo]|núm\.|Nr\.|No\.)\s?(?P<number>\d+(?:[./-]\d+)*)")
_SUBJECT = re.compile(
    r",?\s(?:relative?s?|portant|sur|concernant|por\s(?:la|el)\sque|sobre|recante|sulla?|que\s|on|concerning)\s[^,;.()]{3,160}"
)
_PLACE = re.compile(
    r",\s(?P<at>(?:arts?|Arts?|artt|all|anexo|§§?|ss?|cap|tít)\.?\s?[\dA-Z]+(?:er|º)?(?:\s?[-–]\s?\d+)?(?:\s(?:et|y|e)\s\d+)?)"
)
_GAZETTE = re.compile(
    r",\s(?:in\s|pubblicata\s(?:in|sulla)\s)?(?P<journal>JO(?:RF)?|J\.\s?O\.|BOE|Gaceta\sde\sMadrid|D\.\s?O\.\s?U\.|DOU|Gazz\.\sUff\.|G\.\s?U\.|Moniteur)\s(?:(?:du|de|del|in\sdata)\s)?(?=\d)"
)
_ENDS_ACT = re.compile(r"\s*(?:[.;]|$)|,\s(?:arts?|Arts?)\.")
_ARTICLE_FIRST = re.compile(
    r"(?P<at>[Aa]rt(?:icle)?s?\.?\s\d+(?:(?:\s(?:et|à)\s|-)\d+)?)\s(?:de\sla\s|du\s|de\sl[’'])(?=[a-z])"
)
_CODE = re.compile(
    r"(?P<title>Code\s(?:civil|pénal|rural|électoral|forestier|monétaire\set\sfinancier|du\stravail|de\scommerce|de\sla\s\w+(?:\s\w+)?"
    r"|de\sprocédure\s(?:civile|pénale)|d[’']instruction\scriminelle|Napoléon)|C\.\s(?:civ|pén|trav|com|proc\.\sciv|proc\.\spén|instr\.\scrim)\."
    r"|Codice\s(?:civile|penale|di\sprocedura\s(?:civile|penale))|Código\s(?:[Cc]ivil|[Pp]enal|de\s[Cc]omercio))"
)
_GAZETTE_PAGE = re.compile(r"(?:,\sn\.\s?\d+)?,\s(?:p|pp|pág|págs)\.\s?(?P<page>\d+)|,\sn\.\s?\d+(?=[.;]|$)")
_COLLECTION = re.compile(r"[.,]\sColl?eção\s(?:de|das)\s[Ll]eis(?:[^;]{0,90}?p\.\s?\d+(?:-\d+)?|[^.;]{0,60})")
_ACTS = (
    r"Regulation|Directive|Decision|Framework\sDecision|Règlement|Décision|Verordnung|Richtlinie|Entscheidung|Beschluss"
    r"|Rahmenbeschluss|Regolamento|Direttiva|Decisione|Reglamento|Directiva|Decisión|Regulamento|Decisão"
)
_COMMUNITY = r"EEC|EC|EU|CEE|CE|UE|EWG|EG"
_EUROPEAN = re.compile(
    rf"(?P<title>(?:(?:Council|Commission|European\sParliament\sand\sCouncil|Parliament\sand\sCouncil)\s)?(?:{_ACTS})"
    rf"\s(?:\((?:{_COMMUNITY})\)\s)?(?:No\.?\s|n[°ºo.]\s?|Nr\.\s)?"
    rf"(?P<number>\d{{1,4}}/\d{{1,4}}(?:/(?:{_COMMUNITY}|JHA|JI|Euratom|EURATOM))?)"
    r"(?:[^,;\[\]()]{0,160}?(?:of|du|vom|del|de|di)\s(?=\d{1,2}[\s.]))?)"
)
_OFFICIAL_JOURNAL = re.compile(
    r"(?:[^\[\]();]{0,260}?)?,?\s(?:\[(?P<year>\d{4})\]\s)?"
    r"(?P<journal>OJ|O\.J\.|JO(?:CE|UE)?|ABl\.(?:\s?(?:EG|EU|EWG))?|G\.?U\.?(?:C\.?E|U\.?E)?|DOUE|DOCE|DO)(?:\sNr\.)?,?\s(?:n[°º]\s)?"
    r"(?P<volume>[LC]\s?\d+)(?:(?:\s(?:v\.|vom|du|of|del|de|di)\s|,\s)(?P<day>[\d.]+\s?[\w.]*\s?\d{4}))?"
    r"(?:(?:/|,\s(?:S\.|p\.|pp\.|pág\.)\s?)(?P<page>\d+))?"
)


def read_statute(text: str) -> Law | None:
    """Read acts of continental states and of the European Communities."""
    for reader in (_european, _numbered, _of_year, _dated, _article_first, _code):
        if found := reader(text):
            return found
    return None


def _european(text: str) -> Law | None:
    found = _EUROPEAN.match(text)
    if not found:
        return None
    date = read_full_date(text, found.end())
    fields = {"title": text[: date.end] if date else found["title"].strip(), "number": found["number"]}
    fields |= {"date": date.fields["date"]} if date else {}
    end = date.end if date else found.end()
    journal = _OFFICIAL_JOURNAL.match(text, end)
    if journal:
        fields |= {"journaltitle": journal["journal"], "volume": journal["volume"]}
        fields |= {"pages": journal["page"]} if journal["page"] else {}
        printed = read_full_date(journal["day"], 0) if journal["day"] else None
        fields.setdefault("date", printed.fields["date"] if printed else journal["year"] or "")
        end = journal.end()
    return _with_place(text, {name: value for name, value in fields.items() if value}, end)


def _numbered(text: str) -> Law | None:
    found = _NUMBERED.match(text)
    date = read_full_date(text, found.end()) if found else None
    if not found or not date:
        return None
    end = date.end
    if collection := _COLLECTION.match(text, end):
        end = collection.end()
    if (subject := _SUBJECT.match(text, end)) and _PLACE.match(text, subject.end()):
        end = subject.end()
    return _with_place(text, {"title": found["title"], "date": date.fields["date"]}, end)


def _of_year(text: str) -> Law | None:
    found = _OF_YEAR.match(text)
    date = read_full_date(f"{found['day']} de {found['year']}", 0) if found else None
    if not found or not date:
        return None
    fields = {"title": found["title"], "number": found["number"], "date": date.fields["date"]}
    return _with_place(text, fields, found.end())


def _dated(text: str) -> Law | None:
    """Italian and Spanish acts: "Legge 12 marzo 1865, n. 2248, all. A", "R.D. 12 marzo 1882, n. 123"."""
    found = _DATED.match(text)
    date = read_full_date(text, found.end()) if found else None
    if not date or not has_day(date.fields["date"]):
        return None
    fields, end = {"title": text[: date.end], "date": date.fields["date"]}, date.end
    if number := _NUMBER.match(text, end):
        fields["number"], end = number["number"], number.end()
    if (subject := _SUBJECT.match(text, end)) and _ENDS_ACT.match(text, subject.end()):
        end = subject.end()
    return _with_place(text, fields, end)


def _article_first(text: str) -> Law | None:
    """French notes put the article first: "Art. 8 de la loi du 17 mai 1819"."""
    found = _ARTICLE_FIRST.match(text)
    law = _dated(text[found.end() :].replace("l", "L", 1)) if found else None
    if not found or not law:
        return None
    title = text[found.end() :][: len(law.fields["title"])]
    return Law("legislation", law.fields | {"title": title}, found.end() + law.end, found["at"])


def _code(text: str) -> Law | None:
    """A code by its article: "Code civil, art. 1382", "C. pén., art. 283"."""
    found = _CODE.match(text)
    place = _PLACE.match(text, found.end()) if found else None
    return Law("legislation", {"title": found["title"]}, place.end(), place["at"]) if found and place else None


def _with_gazette(text: str, fields: dict[str, str], end: int) -> tuple[dict[str, str], int]:
    """The act with the gazette that printed it: "JO 7 janv. 1955, p. 346", "BOE de 3 de mayo de 1980, p. 12"."""
    gazette = _GAZETTE.match(text, end)
    date = read_full_date(text, gazette.end()) if gazette else None
    if not gazette or not date:
        return fields, end
    page = _GAZETTE_PAGE.match(text, date.end)
    printed = {"journaltitle": gazette["journal"]} | ({"pages": page["page"]} if page and page["page"] else {})
    return fields | printed, page.end() if page else date.end


def _with_place(text: str, fields: dict[str, str], end: int) -> Law:
    fields, end = _with_gazette(text, fields, end)
    place = _PLACE.match(text, end)
    return Law("legislation", fields, place.end() if place else end, place["at"] if place else None)
