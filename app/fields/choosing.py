"""Two readings of one citation in, which of them is likelier right out: the rules' or the tagger's.

A small model of maximum entropy (one step of a conditional random field) weighs how sure each is, where they agree,
and what their titles and names look like. It was taught on citations that the tagger had not seen:
benchmarks/training/readings.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.tagging.models import open_model

TAGGER, RULES = "tagger", "rules"
_COMPARED = (
    "title", "author", "editor", "date", "journaltitle", "booktitle", "publisher", "location", "volume", "number",
    "pages",
)  # fmt: skip
_CUE = re.compile(r"(?i)\b(?:in|ed|eds|hg|hrsg|dir|vol|bd|no|nr|pp?|trans|éd|coord|org|cura)\b\.?[\s,:(]")
_PERSON = re.compile(r"[^\d,;:()“”]{2,30}, [^\d;:()“”]{1,30}")
_LONG_NAME = 8


def prefers_tagger(marks: list[str]) -> float:
    """How likely the tagger's reading is the better one, 0 to 1."""
    model = open_model("choice_of_reading")
    model.set([marks])
    return float(model.marginal(TAGGER, 0))


def marks_of_readings(
    text: str,
    rules: tuple[str, Mapping[str, str], int, float] | None,
    tagged: tuple[str, Mapping[str, str], int, float, float],
) -> list[str]:
    """What the choice goes by.

    Args:
        text: the citation, and what may follow it.
        rules: entry type, fields, end and certainty of the rules' reading; None where they found no citation.
        tagged: entry type, fields, end, sureness and covered share of the tagger's.
    """
    kind, fields, end, sureness, covered = tagged
    marks = ["always", f"ts={_tenth(sureness)}", f"tc={_tenth(covered)}", f"tk={kind}", *_looks("t", fields)]
    if rules is None:
        return [*marks, "rules=none"]
    rule_kind, rule_fields, rule_end, certainty = rules
    marks += [f"rc={_tenth(certainty)}", f"rk={rule_kind}", *_looks("r", rule_fields)]
    marks.append(f"kind={rule_kind == kind}")
    marks += [f"{name}={_agreement(rule_fields.get(name, ''), fields.get(name, ''))}" for name in _COMPARED]
    marks.append("end=" + ("same" if abs(rule_end - end) < 3 else "rules" if rule_end > end else "tagger"))
    marks.append("whole=" + ("all" if rule_end >= len(text) - 2 else "most" if rule_end > 0.8 * len(text) else "part"))
    return marks


def _tenth(share: float) -> int:
    return int(10 * share)


def _agreement(one: str, other: str) -> str:
    if not one or not other:
        return "neither" if not one and not other else "tagger" if other else "rules"
    return "same" if one == other else "inside" if one in other else "around" if other in one else "other"


def _looks(side: str, fields: Mapping[str, str]) -> list[str]:
    looks = [f"{side}title={look}" for look in _title_looks(fields.get("title", ""))]
    looks += [f"{side}{name}={_people_look(fields.get(name, ''))}" for name in ("author", "editor")]
    if journal := fields.get("journaltitle"):
        is_long = len(journal.split()) > _LONG_NAME
        looks.append(f"{side}journal=" + ("cue" if _CUE.search(journal) else "long" if is_long else "plain"))
    return looks


def _title_looks(title: str) -> list[str]:
    if not title:
        return ["none"]
    words = title.split()
    signs = {
        "year": re.search(r"\b(?:1[4-9]|20)\d\d$", title), "digit": title[-1].isdigit(), "cue": _CUE.search(title),
        "small": title[0].islower(), "bracket": title.count("(") != title.count(")"),
        "mark": re.search(r"[“”«»„]", title), "stop": re.search(r"[a-z]\. [A-Z]", title),
        "comma": "," in title, "one": len(words) == 1,
    }  # fmt: skip
    return [f"long{min(len(words) // 4, 5)}", *(name for name, is_there in signs.items() if is_there)]


def _people_look(people: str) -> str:
    if not people:
        return "none"
    if people.startswith("{"):
        return "body"
    return "people" if all(_PERSON.fullmatch(person) for person in people.split(" and ")) else "odd"
