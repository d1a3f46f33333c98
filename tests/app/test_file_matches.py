"""A file of entries is looked at before it comes in: what the library has of it, and what the user says of that."""

from __future__ import annotations

import pytest

from app import editing, finding
from app.entry import Entry
from app.errors import Cancelled
from app.importing import Choice, Decision, import_entries, lacking_fields, propose_entries
from app.merging import decide_different
from app.progress import Progress
from tests.building import added, contents

FILE = """@book{new, author = {Nobody, Nemo}, title = {Quite Another Matter}, year = 1999}
@book{known, author = {Dinerstein, Herbert S.}, title = {The Making of a Missile Crisis}, year = 1976,
  isbn = {0801817889}}
@book{doubtful, author = {Ulam, Adam}, title = {Expansion and Coexistence: Soviet Foreign Policy}, year = 1974}
"""
RIS = """TY  - BOOK
AU  - Dinerstein, Herbert S.
TI  - The Making of a Missile Crisis
PY  - 1976
SN  - 0801817889
ER  -
"""


@pytest.fixture
def standing(library):
    return (
        library,
        added(library, key="din"),
        added(library, key="ulam", author="Ulam, Adam B.", title="Expansion and Coexistence", date="1974"),
    )


def written(tmp_path, text=FILE, name="some.bib"):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_a_file_is_proposed_with_its_matches_and_nothing_is_written(standing, tmp_path):
    library, dinerstein, ulam = standing
    before = contents(library)
    proposal = propose_entries(library, written(tmp_path))
    assert contents(library) == before
    assert proposal.total == 3
    assert [(match.entry.key, match.same_as, match.likely) for match in proposal.matches] == [
        ("known", dinerstein, dinerstein),
        ("doubtful", None, ulam),
    ]
    assert proposal.known == {proposal.matches[0].place: dinerstein}
    assert [lacking_fields(match.standing, match.entry) for match in proposal.matches] == [("isbn",), ()]


def test_a_book_of_one_telling_word_is_asked_about_where_only_its_subtitle_is_new(library, tmp_path):
    standing = added(library, key="landfall", author="Carrow, Edmund", title="Landfall", date="1961")
    file = "@book{c, author={Carrow, E.}, title={Landfall: A Year on the Docks}, year=1961}"
    proposal = propose_entries(library, written(tmp_path, file))
    assert [(match.same_as, match.likely) for match in proposal.matches] == [(None, standing)]


def test_an_empty_library_has_no_match(library, tmp_path):
    assert propose_entries(library, written(tmp_path)).matches == ()


def test_without_a_word_the_file_comes_in_as_proposed(standing, tmp_path):
    library, dinerstein, _ = standing
    path = written(tmp_path)
    report = import_entries(library, path, proposal=propose_entries(library, path))
    assert report.known == (dinerstein,)
    assert len(report.added) == 2
    assert finding.card(library, dinerstein).entry.get("isbn") == ""


@pytest.mark.parametrize("name", ["some.bib", "some.ris"])
def test_an_entry_gets_the_fields_the_user_wants(standing, tmp_path, name):
    library, dinerstein, _ = standing
    path = written(tmp_path, FILE if name.endswith("bib") else RIS, name)
    proposal = propose_entries(library, path)
    place = next(match.place for match in proposal.matches if match.same_as == dinerstein)
    decisions = {place: Decision(Choice.SAME, dinerstein, enrich=True, fields=("isbn",))}
    before = contents(library)
    import_entries(library, path, proposal=proposal, decisions=decisions)
    assert finding.card(library, dinerstein).entry.get("isbn") == "0801817889"
    library.undo()
    assert contents(library) == before


def test_a_doubtful_one_that_is_the_same_is_not_doubled(standing, tmp_path):
    library, _, ulam = standing
    path = written(tmp_path)
    proposal = propose_entries(library, path)
    place = proposal.matches[1].place
    report = import_entries(library, path, proposal=proposal, decisions={place: Decision(Choice.SAME, ulam)})
    assert len(report.added) == 1
    assert finding.id_of_key(library, "doubtful") == ulam


def test_a_known_one_that_is_said_to_be_new_comes_in(standing, tmp_path):
    library, *_ = standing
    path = written(tmp_path)
    proposal = propose_entries(library, path)
    report = import_entries(
        library, path, proposal=proposal, decisions={proposal.matches[0].place: Decision(Choice.NEW)}
    )
    assert len(report.added) == 3


def test_a_match_that_has_left_the_library_is_none(standing, tmp_path):
    library, dinerstein, _ = standing
    path = written(tmp_path)
    proposal = propose_entries(library, path)
    editing.delete_entries(library, [dinerstein])
    assert len(import_entries(library, path, proposal=proposal).added) == 3


@pytest.mark.parametrize(
    ("standing", "other", "lacking"),
    [
        ({"year": "1976"}, {"date": "1976-10"}, ()),
        ({"journal": "Dock"}, {"journaltitle": "Dock", "volume": "3"}, ("volume",)),
        ({"address": "Oslo"}, {"location": "Oslo", "file": "a.pdf", "ids": "x"}, ()),
        ({"eprinttype": "arxiv"}, {"archiveprefix": "arXiv", "primaryclass": "cs.DL"}, ("primaryclass",)),
        ({"title": "Locks"}, {"title": "Locks and Queues", "date": ""}, ()),
    ],
)
def test_what_stands_under_the_other_dialects_name_is_not_lacking(standing, other, lacking):
    assert lacking_fields(Entry("book", standing), Entry("book", other)) == lacking


def test_of_two_that_were_told_apart_none_is_taken_for_a_third_that_looks_like_both(standing, tmp_path):
    library, dinerstein, _ = standing
    other = added(library, key="copy", note="The copy in the reading room")
    decide_different(library, dinerstein, other)
    (match, *_) = propose_entries(library, written(tmp_path)).matches
    assert (match.same_as, {candidate.id for candidate in match.candidates}) == (None, {dinerstein, other})
    assert len(import_entries(library, written(tmp_path)).added) == 3


def test_of_two_that_look_alike_the_one_with_the_key_is_meant(standing, tmp_path):
    library, dinerstein, _ = standing
    added(library, key="known", note="The copy in the reading room")
    proposal = propose_entries(library, written(tmp_path))
    assert finding.id_of_key(library, "known") == proposal.matches[0].same_as != dinerstein


def test_who_stops_while_a_file_is_read_is_heard_in_an_empty_library_too(library, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(FILE, encoding="utf-8")
    steps = iter([False, True])
    with pytest.raises(Cancelled):
        propose_entries(library, path, Progress(stop_requested=lambda: next(steps)))


def test_a_file_brought_in_again_is_known_by_its_keys_and_words(library, tmp_path):
    path = tmp_path / "again.bib"
    path.write_text("@book{roe1990, author = {Roe, Anna}, title = {Salt}, date = {1990}}", encoding="utf-8")
    (known,) = import_entries(library, path).added
    (match,) = propose_entries(library, path).matches
    assert (match.same_as, match.standing.get("title"), match.candidates) == (known, "Salt", ())
    report = import_entries(library, path)
    assert (report.added, report.known) == ((), (known,))


def test_one_key_for_two_works_is_no_reason_to_take_one_for_the_other(library, tmp_path):
    path = tmp_path / "own.bib"
    path.write_text("@book{roe1990, author = {Roe, Anna}, title = {Salt}, date = {1990}}", encoding="utf-8")
    import_entries(library, path)
    path.write_text("@book{roe1990, author = {Marl, Karl}, title = {Die Mühle}, date = {1912}}", encoding="utf-8")
    assert propose_entries(library, path).matches == ()
    assert len(import_entries(library, path).added) == 1
