from dataclasses import replace

import pytest

from app.apparatus import Apparatus, Citation, Form
from app.importing import Choice, Decision, ProposedWork
from tests.building import a_citation, a_note, an_apparatus
from ui.review.history import History
from ui.review.state import (
    Place,
    State,
    Summary,
    all_decisions,
    citation_at,
    citation_doubt,
    decision_for,
    mentions_of,
    note_doubt,
    notes_to_look_at,
    summarise,
    summary_words,
    work_doubts,
)
from ui.review.work_commands import work_options


def proposed(work_id: str, choice: Choice = Choice.NEW, doubt: float = 0.0, same_as: int | None = None) -> ProposedWork:
    work = next(work for work in an_apparatus().works if work.id == work_id)
    return ProposedWork(work_id, work.entry, (), choice, same_as, doubt)


PROPOSALS = {
    "dinerstein1976": proposed("dinerstein1976", Choice.SAME, 0.1, same_as=3),
    "castro1962": proposed("castro1962", doubt=0.6),
    "ulam1974": proposed("ulam1974"),
}


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (Summary(109, 83, 3, 2, 0), "109 notes, 83 works, 3 unresolved, 2 already in your library"),
        (Summary(1, 1, 0, 0, 0), "1 note, 1 work"),
        (Summary(5, 2, 0, 0, 1), "5 notes, 2 works, 1 left out"),
    ],
)
def test_the_summary_says_only_what_there_is(summary, words):
    assert summary_words(summary) == words


def test_the_summary_counts_unresolved_citations_known_works_and_those_left_out():
    state = State(an_apparatus(), {"ulam1974": Decision(Choice.SKIP)})
    assert summarise(state, PROPOSALS) == Summary(notes=5, works=3, unresolved=1, known=1, left_out=1)


def test_a_decision_of_the_user_goes_before_the_proposal():
    state = State(an_apparatus(), {"dinerstein1976": Decision(Choice.NEW)})
    assert decision_for("dinerstein1976", state, PROPOSALS) == Decision(Choice.NEW)
    assert decision_for("dinerstein1976", State(an_apparatus()), PROPOSALS) == Decision(Choice.SAME, 3)


def test_a_work_nothing_is_proposed_for_is_new():
    assert set(all_decisions(State(an_apparatus()), {}).values()) == {Decision(Choice.NEW)}


def test_an_unresolved_citation_is_the_most_doubtful_there_is():
    apparatus = an_apparatus()
    note = apparatus.notes[4]
    assert citation_doubt(note, note.citations[0], State(apparatus)) == 1.0


def test_what_the_user_said_yes_to_is_not_doubtful_any_more():
    unsure = Citation(0, 5, Form.IBID, work="ulam1974", confidence=0.4)
    note = a_note(1, "Ibid.", unsure)
    apparatus = an_apparatus(notes=(note,))
    assert citation_doubt(note, unsure, State(apparatus)) == pytest.approx(0.6)
    assert citation_doubt(note, unsure, State(apparatus, settled=frozenset({(1, 0, 5)}))) == 0.0


def test_a_doubtful_work_makes_the_note_that_cites_it_in_full_doubtful_but_not_its_ibids():
    apparatus = an_apparatus(
        notes=(
            a_note(1, "Castro.", a_citation("castro1962")),
            a_note(2, "Ibid.", a_citation("castro1962", form=Form.IBID)),
        )
    )
    full, ibid = apparatus.notes
    assert note_doubt(full, State(apparatus), PROPOSALS) == 0.6
    assert note_doubt(ibid, State(apparatus), PROPOSALS) == 0.0


def test_the_notes_to_look_at_come_by_doubt():
    looked_at = notes_to_look_at(State(an_apparatus()), PROPOSALS)
    assert [note.note.position for note in looked_at] == [5, 3]


def test_a_place_without_a_citation_is_none():
    apparatus = an_apparatus()
    assert citation_at(apparatus, Place(3, 1)) == apparatus.notes[2].citations[1]
    assert citation_at(apparatus, Place(4, 0)) is None
    assert citation_at(apparatus, Place(99, 0)) is None
    assert citation_at(apparatus, None) is None


def test_mentions_come_in_page_order():
    assert [place for _, place in mentions_of(an_apparatus(), "dinerstein1976")] == [Place(1, 0), Place(2, 0)]


def test_history_goes_back_and_forth_by_name():
    first = State(an_apparatus())
    second = replace(first, settled=frozenset({"ulam1974"}))
    history = History(first)
    assert history.is_untouched()
    assert history.push("Accept", second)
    assert (history.undo_name(), history.redo_name(), history.state) == ("Accept", "", second)
    assert history.undo()
    assert (history.undo_name(), history.redo_name(), history.state) == ("", "Accept", first)
    assert not history.undo()
    assert history.redo()
    assert not history.redo()


def test_a_step_that_changes_nothing_is_no_step():
    history = History(State(an_apparatus()))
    assert not history.push("Nothing", State(an_apparatus()))
    assert history.is_untouched()


def test_a_new_step_forgets_what_was_undone():
    first = State(an_apparatus())
    history = History(first)
    history.push("Accept", replace(first, settled=frozenset({"ulam1974"})))
    history.undo()
    history.push("Leave out", replace(first, decisions={"ulam1974": Decision(Choice.SKIP)}))
    assert history.redo_name() == ""
    assert history.undo_name() == "Leave out"


def test_an_apparatus_without_notes_has_nothing_to_look_at():
    assert notes_to_look_at(State(Apparatus(None, (), ())), {}) == ()


def test_a_work_is_as_doubtful_as_the_words_it_was_read_from():
    unsure = a_citation("ulam1974", 0, 5, confidence=0.3)
    note = a_note(1, "Ulam.", unsure)
    apparatus = an_apparatus(notes=(note,))
    assert work_doubts(State(apparatus), PROPOSALS)["ulam1974"] == pytest.approx(0.7)
    assert work_doubts(State(apparatus, settled=frozenset({(1, 0, 5)})), PROPOSALS)["ulam1974"] == 0.0
    assert work_doubts(State(apparatus, settled=frozenset({"ulam1974"})), PROPOSALS)["ulam1974"] == 0.0
    assert work_doubts(State(apparatus), PROPOSALS)["castro1962"] == 0.6


@pytest.mark.parametrize(
    ("near", "order"),
    [
        (0, ["dinerstein1976", "castro1962", "ulam1974"]),
        (2, ["dinerstein1976", "castro1962", "ulam1974"]),
        (5, ["castro1962", "ulam1974", "dinerstein1976"]),
    ],
)
def test_the_works_cited_last_before_a_note_are_offered_first(near, order):
    assert [option.value for option in work_options(an_apparatus(), None, near)] == order
