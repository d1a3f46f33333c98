"""The readers of single fields, each with the printed words and what they say."""

import pytest

from app.fields.dates import read_date
from app.fields.names import format_people
from app.fields.pages import read_pages
from app.fields.places import split_imprint
from app.fields.ratings import rate_people
from app.fields.scanning import scan
from app.fields.spacing import restore_spaces
from app.fields.volumes import read_edition

NAMES = [
    ("P. Oakes and R. Tamm", "Oakes, P. and Tamm, R."),
    ("Oakes, Peter, and Ruth Tamm", "Oakes, Peter and Tamm, Ruth"),
    ("Oakes, P., Tamm, R., & Voss, T.", "Oakes, P. and Tamm, R. and Voss, T."),
    ("Karla Wiebe/Jan Voss", "Wiebe, Karla and Voss, Jan"),
    ("Hugh de la Mare", "de la Mare, Hugh"),
    ("J.-P. van der Berg", "van der Berg, J.-P."),
    ("P.A. Thorn", "Thorn, P.A."),
    ("M. Le Grand", "Le Grand, M."),
    ("Ada M Clegg", "Clegg, Ada M"),
    ("Sir John Pell", "Pell, John"),
    ("Samuel Reed, Jr.", "Reed, Jr., Samuel"),
    ("Smith JA", "Smith, JA"),
    ("MOREL Jeanne", "Morel, Jeanne"),
    ("Pell et al.", "Pell and others"),
    ("J. R. Pell and others", "Pell, J. R. and others"),
    ("Ministry of Canals", "{Ministry of Canals}"),
    ("Hafenbund-Stiftung", "{Hafenbund-Stiftung}"),
    ("Jan Kahn-Frey", "Kahn-Frey, Jan"),
    ("Liam O’Connor", "O’Connor, Liam"),
]
DATES = [
    ("18 October 2005", "2005-10-18"),
    ("October 18, 2005", "2005-10-18"),
    ("Tuesday, 18th October 2005", "2005-10-18"),
    ("3. Mai 1999", "1999-05-03"),
    ("24.12.1997", "1997-12-24"),
    ("1er mai 1968", "1968-05-01"),
    ("7 de mayo de 1988", "1988-05-07"),
    ("3 maggio 1990", "1990-05-03"),
    ("2 de março de 1985", "1985-03-02"),
    ("2015-06-02", "2015-06-02"),
    ("March 1967", "1967-03"),
    ("Mars–avril 1967", "1967-03/1967-04"),
    ("4–6 March 1988", "1988-03-04/1988-03-06"),
    ("30 April–2 May 1988", "1988-04-30/1988-05-02"),
    ("Summer 1985", "1985"),
    ("1998–99", "1998/1999"),
    ("1998a", "1998"),
]
PAGES = [
    ("pp. 5–20", "5–20"),
    ("S. 131 f.", "131 f."),
    ("p. 5-20", "5-20"),
    ("at 85", "85"),
    ("at pp. 54–55", "54–55"),
    ("hier S. 9", "9"),
    ("fol. 3r", "3r"),
    ("para. 9.32", "para. 9.32"),
    ("págs. 33-60", "33-60"),
    ("287-89, 297-300", "287-89, 297-300"),
    ("A12", "A12"),
    ("xiv", "xiv"),
]
IMPRINTS = [
    ("London: Dent", {"location": "London", "publisher": "Dent"}),
    ("Paris, Gallimard", {"location": "Paris", "publisher": "Gallimard"}),
    ("Suhrkamp, Frankfurt am Main", {"location": "Frankfurt am Main", "publisher": "Suhrkamp"}),
    ("Cambridge, MA: Water Press", {"location": "Cambridge, MA", "publisher": "Water Press"}),
    ("London: Tern; New York: Holm", {"location": "London and New York", "publisher": "Tern and Holm"}),
    ("Tübingen/Basel", {"location": "Tübingen/Basel"}),
    ("see the table below for more", None),
]
EDITIONS = [("2nd ed.", "2nd"), ("rev. edn", "rev."), ("3., überarb. Aufl.", "3"), ("2e éd.", "2e"), ("2d ed.", "2d")]


@pytest.mark.parametrize(("printed", "names"), NAMES)
def test_printed_names_become_bibtex_names(printed, names):
    assert format_people(printed) == names


@pytest.mark.parametrize(("printed", "date"), DATES)
def test_a_printed_date_becomes_an_iso_date(printed, date):
    piece = read_date(printed, 0)
    assert piece is not None
    assert (piece.fields["date"], piece.end) == (date, len(printed))


def test_a_day_that_does_not_exist_is_no_full_date():
    assert read_date("45.13.1997", 0) is None


@pytest.mark.parametrize(("printed", "pages"), PAGES)
def test_printed_pages_lose_their_label_only(printed, pages):
    found = read_pages(printed, 0, bare=True)
    assert found is not None
    assert (found.text, found.end) == (pages, len(printed))


@pytest.mark.parametrize(("printed", "fields"), IMPRINTS)
def test_an_imprint_is_parted_into_place_and_house(printed, fields):
    assert split_imprint(printed) == fields


@pytest.mark.parametrize(("printed", "edition"), EDITIONS)
def test_an_edition_keeps_its_ordinal(printed, edition):
    piece = read_edition(printed, 0)
    assert piece is not None
    assert piece.fields["edition"] == edition


@pytest.mark.parametrize(
    "words", ["P. Oakes and R. Tamm", "Wiebe, Karla", "Jeanne Morel et Luc Adam", "Wiebe/Voss/Lau"]
)
def test_names_are_known_as_names(words):
    assert rate_people(words) >= 0.4


@pytest.mark.parametrize(
    "words", ["The History of Salt", "Politics and War", "Der Hafen", "salt and iron", "On Looms", ""]
)
def test_titles_are_not_taken_for_names(words):
    assert rate_people(words) == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("‘The Weavers’ Revolt’, Past", "The Weavers’ Revolt"),
        ("‘Russia’s ‘Near’ Abroad’, Post", "Russia’s ‘Near’ Abroad"),
        ("“A ‘Sharp’ View,” Times", "A ‘Sharp’ View"),
        ("„Wem gehört der Hafen?“, in", "Wem gehört der Hafen?"),
        ("»Der Hafen«, Zeitschrift", "Der Hafen"),
        ("« Les ports », Revue", "Les ports"),
        ("‘Ferry Sinks, Reuters, 4 June 1998", "Ferry Sinks"),
        ('“Dollar Days," accessed', "Dollar Days"),
        ("'Barge owners' hopes', Gazette", "Barge owners' hopes"),
    ],
)
def test_a_quotation_ends_where_its_title_ends(text, title):
    assert scan(text).quotes[0].words(text) == title


def test_a_line_break_is_mended_and_a_hyphen_kept():
    printed = "Weav- ing pre- and post-war cloth for Life- Saving"
    meant = restore_spaces(printed)
    assert meant.text == "Weaving pre- and post-war cloth for Life-Saving"
    ends = {word: meant.place(meant.text.index(word) + len(word)) for word in ("Weaving", "cloth", "Saving")}
    assert ends == {"Weaving": 9, "cloth": 33, "Saving": len(printed)}
    assert meant.place(len(meant.text)) == len(printed)
