import pytest
from sqlalchemy import delete, insert, select, update

from models.changes import Change, Step
from models.grouping import EntryGroup, Keyword
from models.opening import open_store
from models.problems import StoreProblem
from models.recording import INSERTED
from models.rows import recorded_tables, table_of


@pytest.fixture
def store():
    opened = open_store(":memory:")
    yield opened
    opened.close()


def names(store) -> list[str]:
    with store.asking() as session:
        return list(session.scalars(select(Keyword.name).order_by(Keyword.id)))


def test_rows_are_written_under_a_named_step(store):
    with store.changing("Add keywords") as step:
        ids = step.insert(Keyword, [{"name": "war"}, {"name": "peace"}])
    assert list(ids) == [1, 2]
    assert names(store) == ["war", "peace"]
    assert [s.name for s in store.steps(10)] == ["Add keywords"]


def test_a_thousand_new_rows_are_remembered_as_a_range(store):
    with store.changing("Add") as step:
        step.insert(Keyword, [{"name": f"k{n}"} for n in range(INSERTED + 10)])
    with store.asking() as session:
        kept = session.execute(select(Change.first_id, Change.last_id, Change.rows)).all()
    assert kept == [(1, INSERTED, None), (INSERTED + 1, INSERTED + 10, None)]
    store.undo()
    assert names(store) == []
    store.redo()
    assert len(names(store)) == INSERTED + 10
    with store.asking() as session:
        assert set(session.scalars(select(Change.rows))) == {None}


def test_only_what_differs_is_remembered(store):
    with store.changing("Add") as step:
        step.insert(EntryGroup, [{"name": "a", "parent_id": None}, {"name": "b", "parent_id": None}])
    with store.changing("Same again") as step:
        assert step.update(EntryGroup, [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]) == 0
    with store.changing("Rename") as step:
        assert step.update(EntryGroup, [{"id": 1, "name": "c"}, {"id": 2, "name": "b"}, {"id": 99, "name": "z"}]) == 1
    assert [s.name for s in store.steps(10)] == ["Rename", "Add"]


@pytest.mark.parametrize("act", ["insert", "update", "delete"])
def test_every_act_is_undone_and_done_again(store, act):
    with store.changing("Add") as step:
        step.insert(Keyword, [{"name": "war"}, {"name": "peace"}])
    before = names(store)
    with store.changing("Act") as step:
        if act == "insert":
            step.insert(Keyword, [{"name": "crisis"}])
        elif act == "update":
            step.update(Keyword, [{"id": 2, "name": "truce"}])
        else:
            assert [row["name"] for row in step.delete(Keyword, [1, 1, 99])] == ["war"]
    after = names(store)
    assert after != before
    for _ in range(2):
        assert store.undo().name == "Act"
        assert names(store) == before
        assert store.redo().name == "Act"
        assert names(store) == after


def test_acts_of_one_step_are_undone_backwards(store):
    with store.changing("All at once") as step:
        (one,) = step.insert(Keyword, [{"name": "war"}])
        step.update(Keyword, [{"id": one, "name": "peace"}])
        step.delete(Keyword, [one])
        step.insert_again(Keyword, [{"id": one, "name": "truce"}])
    assert names(store) == ["truce"]
    store.undo()
    assert names(store) == []
    store.redo()
    assert names(store) == ["truce"]


def test_a_step_that_fails_leaves_nothing(store):
    with pytest.raises(ZeroDivisionError), store.changing("Fail") as step:  # noqa: PT012 - the failure comes after a write
        step.insert(Keyword, [{"name": "war"}])
        raise ZeroDivisionError
    assert names(store) == []
    assert store.steps(10) == []


def test_ids_are_never_given_twice(store):
    with store.changing("Add") as step:
        first = step.insert(Keyword, [{"name": "war"}])
    store.undo()
    with store.changing("Add") as step:
        second = step.insert(Keyword, [{"name": "war"}])
    assert set(first).isdisjoint(second)


def test_a_new_step_forgets_what_was_undone(store):
    for name in ("war", "peace"):
        with store.changing(name) as step:
            step.insert(Keyword, [{"name": name}])
    store.undo()
    with store.changing("truce") as step:
        step.insert(Keyword, [{"name": "truce"}])
    assert store.redo() is None
    assert [s.name for s in store.steps(10)] == ["truce", "war"]
    with store.asking() as session:
        assert set(session.scalars(select(Change.step_id))) == set(session.scalars(select(Step.id)))


@pytest.mark.parametrize(
    "statement",
    [
        insert(Keyword).values(id=1, name="war"),
        update(Keyword).values(name="war"),
        delete(Keyword),
        insert(table_of(Keyword)).values(id=1, name="war"),
    ],
)
def test_a_change_outside_a_step_is_a_defect(store, statement):
    with pytest.raises(RuntimeError, match="outside a step"), store.setting_down() as session:
        session.execute(statement)


def test_a_row_written_by_the_mapper_outside_a_step_is_a_defect(store):
    with pytest.raises(RuntimeError, match="outside a step"), store.setting_down() as session:
        session.add(Keyword(id=1, name="war"))


def test_all_tables_but_the_history_are_recorded():
    every = set(Keyword.metadata.tables)
    assert every - set(recorded_tables()) == {"steps", "changes", "counters", "library_settings"}


def test_another_program_that_writes_is_waited_for_and_then_told(tmp_path, monkeypatch):
    monkeypatch.setattr("models.opening._PRAGMAS", ("foreign_keys = ON", "journal_mode = WAL", "busy_timeout = 50"))
    one, other = open_store(tmp_path / "one.ibidem"), open_store(tmp_path / "one.ibidem")
    with one.changing("Long") as step:
        step.insert(Keyword, [{"name": "war"}])
        assert names(other) == [], "reading goes on"
        with pytest.raises(StoreProblem, match="busy"), other.changing("Short"):
            pass
    assert names(other) == ["war"]
    one.close()
    other.close()
