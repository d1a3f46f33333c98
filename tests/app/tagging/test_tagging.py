"""Words of a citation and the parts the tagger gives them; the citations are invented, none was trained on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tagging import Part, tag
from app.tagging.marks import marks_of
from app.tagging.tokens import tokenize

# Each row: a citation in which the parts stand in brackets behind their names' first letters.
TOLD = (
    (
        "{author Edith Marlow}, "
        "{title The Harbour Trade of Hull} ({place Leeds}: {publisher Tern Press}, {date 1984}), {locator 163}."
    ),
    (
        "{author Marlow, Edith}, "
        "‘{title Rivers and Rights}’, {journal Past and Present}, {volume 26} ({date 1984}), {pages 12–45}"
    ),
    (
        "{author Karla Wiebe}, {title Der Hafen im Mittelalter}, "
        "in: {editor Jan Voss} (Hg.), {container Handbuch der Seefahrt}, "
        "{place Rostock} {date 2010}, S. {pages 76–99}"
    ),
    (
        "{author Jeanne Morel}, « {title Les ports de la Manche} », {journal Revue historique}, "
        "n° {number 12}, {date 1998}, p. {pages 45-67}"
    ),
    (
        "{author Rosa Puig Lanza}, {title La sal y el puerto} "
        "({place Madrid}: {publisher Alianza}, {date 1975}), {locator 33}"
    ),
    (
        "{author M. Ferri}, {title Il porto di Ancona}, "
        "{place Bologna}, {publisher Il Mulino}, {date 1988}, p. {locator 12}"
    ),
)


def _parted(row: str) -> tuple[str, list[tuple[Part, str]]]:
    text, parts = "", []
    for piece in row.replace("}", "{").split("{"):
        name, _, words = piece.partition(" ")
        if name in set(Part):
            parts.append((Part(name), words))
            text += words
        else:
            text += piece
    return text, parts


@pytest.mark.parametrize("row", TOLD)
def test_the_words_of_a_citation_are_told_apart(row):
    text, wanted = _parted(row)
    told = [(stretch.part, text[stretch.start : stretch.end]) for stretch in tag(text).stretches]
    assert told == wanted


def test_prose_behind_a_citation_does_not_belong_to_it():
    text = "Edith Marlow, The Harbour Trade of Hull (Leeds: Tern Press, 1984), 163. This has been disputed by others."
    assert text[: tag(text).end].startswith("Edith Marlow")
    assert "disputed" not in text[: tag(text).end]


def test_lead_in_words_do_not_belong_to_a_citation():
    text = "See, for example, Edith Marlow, The Harbour Trade of Hull (Leeds: Tern Press, 1984), 163."
    assert text[tag(text).start :].startswith("Edith")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("(Paris, 1967)", "( Paris , 1967 )"),
        ("O’Conor’s 12–45.", "O’Conor’s 12 – 45 ."),
        ("see https://a.example/b.", "see https://a.example/b ."),
        ("S.12ff.", "S . 12 ff ."),
        ("", ""),
    ],
)
def test_an_address_is_one_token_and_every_sign_one(text, tokens):
    assert " ".join(token.text for token in tokenize(text)) == tokens


@given(st.text(max_size=200))
def test_any_text_is_tagged_within_its_bounds(text):
    tokens = tokenize(text)
    assert len(marks_of(tokens)) == len(tokens)
    end = 0
    for stretch in tag(text).stretches:
        assert end <= stretch.start < stretch.end <= len(text)
        assert 0 <= stretch.sureness <= 1 + 1e-9
        end = stretch.end
