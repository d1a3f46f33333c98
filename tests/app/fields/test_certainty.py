import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.fields import parse_citation
from app.fields.certainty import lower_for_strangeness
from app.fields.strangeness import rate_strangeness

PROSE = [
    "The harbour was enlarged in 1924, the canal in 1926 and the docks in 1935.",
    "In early March 1911 the council also sent a delegation to Oslo to meet the minister.",
    "Before 1931 hardly one barge in ten had an engine.",
    "She maintains that the dockers ‘never forgave the council’, and that this mattered more than wages.",
    "Nobody doubts that the guild is going to decide about every lock on the river.",
    "Nothing of the kind was ever built.",
]
BACK_REFERENCES = [
    "Ibid., 56.",
    "Quill, op. cit., n. 8, p. 40.",
    "Karla Wiebe, a. a. O., S. 95",
    "Karla Wiebe (2010), a.a.O., S. 95",
    "Karla Wiebe, Häfen (wie Anm. 3), S. 12.",
    "Wiebe (1995), S. 15.",
    "Neri, Il sale, cit., p. 12.",
]
CITATIONS = [
    "Martha Quill, Harbours of the Inland Sea (Norwich: Alder Press, 1987), 44.",
    "‘Ferry Sinks off Cork’, Reuters, 4 June 1998.",
    "R. Marl, ‘The Duty to Mend’ (1971) 34 Northern Law Rev. 210 at 215.",
    "Karla Wiebe: Häfen im Wandel, in: Seewirtschaft 10/2012, S. 13",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_that_mentions_a_year_is_hardly_a_citation(text):
    parsed = parse_citation(text)
    assert parsed is None or parsed.certainty < 0.5


@pytest.mark.parametrize("text", BACK_REFERENCES)
def test_a_back_reference_is_no_full_citation(text):
    assert parse_citation(text) is None


@pytest.mark.parametrize("text", CITATIONS)
def test_a_plain_citation_is_sure(text):
    parsed = parse_citation(text)
    assert parsed is not None
    assert parsed.certainty > 0.8


def test_a_signal_left_in_front_lowers_the_certainty():
    words = "R. Marl, ‘The Duty to Mend’ (1971) 34 Northern Law Rev. 210"
    plain, signalled = parse_citation(words), parse_citation("See, for example, " + words)
    assert plain is not None
    assert signalled is None or signalled.certainty < plain.certainty


STRANGE = [
    ("book", {"author": "Voss, Ann", "title": "Salt, vol", "location": "Hull", "date": "1911"}),
    ("book", {"author": "Voss, Ann", "title": "Salt and Iron, Paris", "publisher": "Tern", "date": "1911"}),
    ("book", {"author": "Voss, Ann", "title": "Salt, 3 May 1911", "location": "Hull", "date": "1911"}),
    ("book", {"author": "Voss, Ann", "title": "Salt (and Iron", "location": "Hull", "date": "1911"}),
    ("book", {"author": "Voss, Ann", "title": "Salt and Iron", "date": "1911"}),
    ("book", {"author": "Voss", "title": "Salt and Iron", "location": "Hull", "date": "1911"}),
    (
        "article",
        {"author": "Voss, Ann", "title": "Salt", "journaltitle": "12 Salt", "date": "1911", "volume": "3"},
    ),
    ("article", {"author": "Voss, Ann", "title": "Salt", "journaltitle": "Salt Review", "volume": "3"}),
]


@pytest.mark.parametrize(("entrytype", "fields"), STRANGE)
def test_what_looks_strange_is_less_sure(entrytype, fields):
    assert rate_strangeness(entrytype, fields) == 1
    assert lower_for_strangeness(0.9, entrytype, fields) < 0.9


def test_what_looks_as_it_should_keeps_its_certainty():
    fields = {"author": "Voss, Ann", "title": "Salt and Iron", "location": "Hull", "publisher": "Tern", "date": "1911"}
    assert lower_for_strangeness(0.9, "book", fields) == 0.9


def test_a_chapter_of_a_book_cited_before_keeps_the_words_that_lead_to_it():
    parsed = parse_citation("T. Voss, ‘Wet Law’ in Marl, op. cit., n. 8, at p. 162. More follows.")
    assert parsed is not None
    assert dict(parsed.entry.fields) == {"author": "Voss, T.", "title": "Wet Law", "crossref": "Marl, op. cit., n. 8"}
    assert parsed.locator == "162"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="AZaz éß.,:;‘’“”\"'«»()[]/-–—0123456789&=?!n°§\n", max_size=120))
def test_any_text_is_read_without_an_error_and_within_its_bounds(text):
    parsed = parse_citation(text)
    assert parsed is None or 0 <= parsed.start <= parsed.end <= len(text)
    assert parsed is None or all(parsed.entry.fields.values())


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Quill, M.,",
                "‘Salt",
                "Road’",
                "in",
                "Essays,",
                "ed.",
                "J. Ash",
                "(Leeds: Tern,",
                "1987),",
                "12",
                "no. 3",
                "pp. 5–9",
                "Bd. 2,",
                "S. 7",
                "5 May",
                "1911,",
                "in:",
                "(Hrsg.)",
                "vol. ii",
                "see",
                "The",
                "cit.",
                "https://a.example/b",
                "accessed",
                "Act",
                "v.",
                "Paris,",
                "Voss to Marl, 3 May 1911",
                "TNA,",
                "FO 371/99,",
                "fol. 3r",
                "Cass. civ.",
                "BGHZ 12, 34",
                "Loi du 3 mai 1911",
                "FRUS",
                ",",
            ]
        ),
        max_size=14,
    )
)
def test_any_order_of_a_citation_s_parts_is_read_without_an_error(parts):
    text = " ".join(parts)
    parsed = parse_citation(text)
    assert parsed is None or (0 <= parsed.end <= len(text) and 0 <= parsed.certainty <= 1)
