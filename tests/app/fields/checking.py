"""A row of a citation table checked: what the citation says, field by field, and where it ends."""

from app.fields import parse_citation


def check(text: str, wanted: str) -> None:
    """`text` shows the citation's end by a "¦"; `wanted` is "type | field = value | @ locator"."""
    words, _, behind = text.partition("¦")
    parsed = parse_citation(words + behind)
    assert parsed is not None, "no citation was seen"
    kind, *pairs = [part.strip() for part in wanted.split(" | ")]
    locator = next((pair[1:].strip() for pair in pairs if pair.startswith("@")), None)
    fields = dict(pair.split(" = ", 1) for pair in pairs if not pair.startswith("@"))
    got = dict(parsed.entry.fields)
    got.pop("entrysubtype", None)
    fields.pop("entrysubtype", None)
    assert got == fields
    assert parsed.entry.entrytype == kind
    assert parsed.locator == locator
    assert (words + behind)[: parsed.end] == words
