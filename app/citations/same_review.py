"""A back word with a volume behind it in, the article in the review named last out: "ivi, XXI (1986), n. 63"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations.layout import Layout
from app.citations.mention import Back, Mention, Pointer
from app.citations.pointers import BackWord
from app.fields import parse_citation

# Stands for the review in the words that are read.
_REVIEW = "Rivista"
_VOLUME_BEHIND = re.compile(
    r",?\s(?:(?:vol|t|tomo|Bd|a|anno|an)\.?\s)?(?:[IVXLC]+|\d{1,3})(?:\s?[,/]\s?(?:n|no|nr|n°)?\.?\s?\d{1,3})?\s?\((?:[A-Za-zé.]+\s)?(?:1[5-9]|20)\d\d\)"
)
_LEAD = re.compile(r"[,\s]+(?:in|dans|en|nel|em):?$")
_LONGEST = 300


def read_same_review(layout: Layout, start: int, end: int, word: BackWord) -> Mention | None:
    """An article whose review is that of the citation before: "E. Grendi, I confini, ivi, XXI (1986), pp. 811-845".

    Returns:
        None where no volume and year stand behind the word, or no author and title before it.
    """
    text = layout.text
    if word.back is not Back.IBID or not _VOLUME_BEHIND.match(text, word.end, end):
        return None
    head = _LEAD.sub("", text[start : word.start].rstrip(" ,;:"))
    if "," not in head or len(head) > _LONGEST:
        return None
    lead = f"{head}, in «{_REVIEW}»"
    parsed = parse_citation(lead + text[word.end : end], layout.language)
    if parsed is None or parsed.entry.get("journaltitle") != _REVIEW or parsed.end <= len(lead):
        return None
    stop = word.end + parsed.end - len(lead)
    parsed = replace(parsed, entry=parsed.entry.with_fields(journaltitle=""), end=stop - start)
    inner = Pointer(Back.IBID, word.word, label=word.label)
    mention = Mention(start, stop, Form.FULL, Pointer(Back.NOTHING), locator=parsed.locator, parsed=parsed)
    return replace(mention, container=inner, certainty=0.9)
