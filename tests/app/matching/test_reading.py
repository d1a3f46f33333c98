"""How names, numbers and journals are read before entries are compared."""

from __future__ import annotations

import pytest

from app.folding import fold
from app.matching.misplaced import in_place
from app.matching.names import agree_as_person, read_names
from app.matching.numbers import day_of, doi_of, isbns_of, number_of, ordinal_of, page_span, year_of
from app.matching.outcome import Agreement
from app.matching.publishers import compare_publishers
from app.matching.venues import compare_venues

NAMES = [
    ("Tan, A. and Davis, P. G.", "tan davis"),
    ("A. Tan; P. G. Davis", "tan davis"),
    ("A. Tan, P. G. Davis", "tan davis"),
    ("A. Tan, P. G. Davis, and K. Low", "tan davis low"),
    ("Tan, A., Davis, P. G.", "tan davis"),
    ("Tan A.Schulze B.O'Donnell C. P.", "tan schulze odonnell"),
    ("Tan AB and Davis PG", "tan davis"),
    ("van der Berg, Jan", "berg"),
    ("Jan van der Berg", "berg"),
    ("King, Jr., Martin Luther", "king"),
    ("{Coastal Commission}", "coastal commission"),
    ("Tan, A. and others", "tan"),
    ("Tan et al.", "tan"),
    ("A. S. Tan, ed.", "tan"),
    ("Anonymous", ""),
    ("", ""),
    ("A.Tan", "tan"),
    ("A.B.Tan and P.Davis.", "tan davis"),
    ("Tan AB, Davis PG", "tan davis"),
    ("Tan AB, P. G. Davis", "tan davis"),
    ("Tan, Anna, Davis, Peter G.", "tan davis"),
    ("Tan, Anna, Davis, Peter; Low, Kim", "tan davis low"),
    ("Van der Berg, Jan, Low, Kim B.", "berg low"),
    ("Tan, Anna, P. Davis & K. Low", "tan davis low"),
    ("Anna B. Tan, Peter Davis & Kim Low,", "tan davis low"),
    ("Anna Tan, Peter Davis,", "tan davis"),
    ("Garcia Lorca, Federico Jose", "garcia lorca"),
    ("Tan, Davis, Low and Ito", "tan davis low ito"),
    ("TAN Anna; DAVIS Peter", "tan davis"),
    ("tan bk, davis pg", "tan davis"),
    ("a. tan, p. davis, and r. e. low", "tan davis low"),
    ("wei li and anna tan", "li tan"),
    ("Anna Tan and Peter Davis (eds.)", "tan davis"),
    ("Osei-Mensah, Kofi", "osei mensah"),
    ("Kofi Osei-Mensah", "osei mensah"),
    ("T. Reyes, E.", "reyes"),
]


@pytest.mark.parametrize(("field", "surnames"), NAMES)
def test_surnames_are_found_however_a_list_of_names_is_written(field: str, surnames: str) -> None:
    assert " ".join(name.surname for name in read_names(field)) == surnames


PERSONS = [
    ("Chekhov, A. P.", "Chekhov, Anton", Agreement.EQUAL),
    ("Чехов, Антон", "Tchekhov, A.", Agreement.EQUAL),
    ("Müller, Karl", "Mueller, K.", Agreement.EQUAL),
    ("Garcia Lorca, Federico", "Lorca, F.", Agreement.NEAR),
    ("Li, Wei", "Wei Li", Agreement.EQUAL),
    ("Coastal Commission", "{Coastal Commission}", Agreement.EQUAL),
    ("Smith, John", "Smith, Mary", Agreement.NEAR),
    ("Smith, John", "Jones, John", Agreement.DIFFERENT),
    ("Lindqvist, E.", "Lindquist, E.", Agreement.NEAR),
    ("Lindqvist, E.", "Lindquist, M.", Agreement.DIFFERENT),
]


@pytest.mark.parametrize(("a", "b", "agreement"), PERSONS)
def test_two_names_are_one_person_or_not(a: str, b: str, agreement: Agreement) -> None:
    (one,), (other,) = read_names(a), read_names(b)
    assert agree_as_person(one, other) is agreement
    assert agree_as_person(other, one) is agreement


PAGES = [
    ("221--228", "221", "228"),
    ("221-8", "221", "228"),
    ("pp. 221–28", "221", "228"),
    ("p. 221", "221", ""),
    ("12ff", "12", ""),
    ("249A-250A", "249a", "250a"),
    ("S34", "s34", ""),
    ("e1004", "e1004", ""),
    ("0012-0019", "12", "19"),
    ("11-Sep", "9", "11"),
    ("Nov-19", "11", "19"),
    ("21-Aug", "", ""),
    ("xii-xv", "xii", "xv"),
    ("Suppl-29", "", ""),
    ("no pagination", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("value", "first", "last"), PAGES)
def test_first_and_last_page_are_read(value: str, first: str, last: str) -> None:
    assert page_span(value) == (first, last)


NUMBERS = [
    ("12", "12"),
    ("vol. 12", "12"),
    ("012", "12"),
    ("XII", "12"),
    ("Bd. IV", "4"),
    ("32 Spec No2", "32"),
    ("4 (1) (no pagination)", "4"),
    ("1 SUPPL. 1", "1"),
    ("1)", ""),
    ("Journal of the inland sea. 69", "69"),
    ("n. s.", ""),
]


@pytest.mark.parametrize(("value", "number"), NUMBERS)
def test_the_number_of_a_volume_is_read(value: str, number: str) -> None:
    assert number_of(value) == number


def test_years_days_and_editions_are_read() -> None:
    assert [year_of(v) for v in ("1967-03", "März 1967", "1967/1968", "c1967", "n.d.")] == [1967] * 4 + [None]
    assert day_of("1967-03-12", "", "") == "03-12"
    assert day_of("1967", "mar", "12") == "03-12"
    assert day_of("1967", "3", "") == "03"
    assert day_of("1967", "", "") == ""
    written = ("12 March 1967", "March 12, 1967", "12. März 1967", "12 mars 1967")
    assert [day_of(value, "", "") for value in written] == ["03-12"] * 4
    assert day_of("May 1967", "", "") == "05"
    editions = ("2", "2nd ed.", "Second edition", "zweite Aufl.", "II")
    assert [ordinal_of(value) for value in editions] == [2] * 5
    assert ordinal_of("enlarged") == -1


def test_identifiers_are_bared() -> None:
    assert doi_of("https://doi.org/10.5555/ABC.1") == doi_of("doi:10.5555/abc.1.") == "10.5555/abc.1"
    assert doi_of("http://dx.doi.org/10.5555/S0735-1097%2813%2962048-3") == "10.5555/s0735-1097(13)62048-3"
    assert doi_of("not one") == ""
    assert isbns_of("978-1-4684-8585-1") == isbns_of("1-4684-8585-7") != frozenset()


VENUES = [
    ("Physical Review D", "Phys. Rev. D", "near"),
    ("Physical Review D", "Phys. Rev. B", "different"),
    ("The Harbour Gazette", "Harbour Gazette", "same"),
    ("Diabetes & Metabolism", "Diabetes and Metabolism", "same"),
    ("Lancet (London, England)", "The Lancet", "near"),
    ("Journal of the American Medical Association", "JAMA", "near"),
    ("Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences", "near"),
    ("Proc. 9th Symp. on Ports", "Proceedings of the Ninth Annual Symposium on Ports", "near"),
    ("Journal of Digital Studies", "Workshop of Digital Studies", "different"),
    ("Slavic Review", "Russian Review", "different"),
    ("Science", "Harbour Science", "different"),
    ("JHT", "Journal of Harbour Tolls", "near"),
    ("JPA", "Journal of the PA", "near"),
    ("Tolls Journal", "Tolls", "near"),
    ("CoLT '93", "Proceedings of the 6th Annual Workshop on Coastal Locks and Tolls", "near"),
    ("21st SPET", "Proc. 21st Annu. ACM Symposium on Port Engineering and Tolls", "near"),
    ("AAAI-92", "Proceedings of the Tenth National Conference on Artificial Intelligence", "near"),
    ("CoLT", "SPET", "different"),
    ("Diab. Metab. Syndr.", "Diabetes Met. Syndrome", "near"),
    ("Pravda", "", "missing"),
]


@pytest.mark.parametrize(("a", "b", "level"), VENUES)
def test_journals_are_compared_with_their_abbreviations(a: str, b: str, level: str) -> None:
    assert compare_venues(fold(a), fold(b)) == level
    assert compare_venues(fold(b), fold(a)) == level


PUBLISHERS = [
    ("W. W. Kranich & Sons, Ltd.", "Kranich", "same"),
    ("Meridian University Press", "Meridian UP", "same"),
    ("Editions de l'Aube", "Aube", "near"),
    ("Meridian Press", "Kranich Press", "different"),
    ("Univ. of Lagos", "University of Lagos", "near"),
    ("Kranich", "", "missing"),
]


@pytest.mark.parametrize(("a", "b", "level"), PUBLISHERS)
def test_publishers_are_compared_by_their_own_names(a: str, b: str, level: str) -> None:
    assert compare_publishers(fold(a), fold(b)) == level
    assert compare_publishers(fold(b), fold(a)) == level


MISPLACED = [
    # volume, pages, date and journal as they stand; volume, pages and date as they are meant
    (("14(3):201-229", "", "1987", "Dock"), ("14(3)", "201-229", "1987")),
    (("vol. 47, pp. 400--425", "", "1987", ""), ("47", "400--425", "1987")),
    (("1998;12:425-54", "", "", "Dock"), ("12", "425-54", "1998")),
    (("1998 Mar;12(3)", "9-11", "", "Dock"), ("12(3)", "9-11", "1998")),
    (("Jan. 1989", "9-11", "", "Dock"), ("", "9-11", "1989")),
    (("1989", "9-11", "1989", "Dock"), ("1989", "9-11", "1989")),
    (("3", "9-11", "", "Dock, 1988"), ("3", "9-11", "1988")),
    (("3", "9-11", "1990", "Dock, 1988"), ("3", "9-11", "1990")),
    (("12, 14", "", "1990", "Dock"), ("12, 14", "", "1990")),
    (("XII", "", "1990", "Dock"), ("XII", "", "1990")),
]


@pytest.mark.parametrize(("fields", "meant"), MISPLACED)
def test_what_slipped_into_the_volume_is_put_in_its_place(
    fields: tuple[str, str, str, str], meant: tuple[str, str, str]
) -> None:
    assert in_place(*fields) == meant
