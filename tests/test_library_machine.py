"""Import, edit, merge, decide, delete, group, undo and redo in any order: undoing gives the first library back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule
from sqlalchemy import text

from app import editing, finding
from app.apparatus import Form, Work
from app.duplicates import propose_merge
from app.errors import UserError
from app.importing import Choice, Decision, accept, import_entries, propose_apparatus
from app.library import open_library
from app.merging import (
    decide_different,
    decide_related,
    decisions,
    find_library_duplicates,
    merge_certain,
    merge_entries,
    past_merges,
    unmerge_entry,
    withdraw_decision,
)
from tests.building import a_citation, a_note, an_apparatus, an_entry, contents

TITLES = st.sampled_from(
    ["The Making of a Missile Crisis", "Expansion and Coexistence in Soviet Policy", "Über die Grenze", "L'Été à Paris"]
)
KEYS = st.sampled_from(["", "weiss", "Weiss", "ulam74", "x"])
FIELDS = st.fixed_dictionaries(
    {"title": TITLES, "date": st.sampled_from(["1974", "1976-10"])},
    optional={
        "publisher": st.sampled_from(["Praeger", "Hopkins"]),
        "keywords": st.sampled_from(["war", "war, peace", "peace; Cuba"]),
        "shelfmark": st.just("Q 17"),
        "crossref": KEYS.filter(bool),
        "editor": st.sampled_from(["Ulam, Adam B.", "Ulam, Adam B. and {NATO}"]),
    },
)
ENTRIES = st.builds(lambda key, fields: an_entry(key, **fields), KEYS, FIELDS)


def said(findings):
    """Findings without their order."""
    pairs = (*findings.review, *findings.related)
    return (
        {frozenset(group.members) for group in findings.certain},
        {(pair.ids, pair.comparison.outcome) for pair in pairs},
    )


class LibraryMachine(RuleBasedStateMachine):
    """The library beside a plain list of what it held after each step."""

    groups = Bundle("groups")

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp())
        self.library = open_library(self.location())
        self.held = [contents(self.library)]
        self.undone: list[object] = []
        self.files = 0

    def location(self) -> str | Path:
        return self.folder / "machine.ibidem"

    def teardown(self):
        if not hasattr(self, "library"):
            return
        while self.library.redo_name():
            self.redo()
        last = contents(self.library)
        while self.library.undo_name():
            self.undo()
        assert len(self.held) == 1
        assert all(not rows for rows in contents(self.library).values())
        while self.library.redo_name():
            self.redo()
        assert contents(self.library) == last
        self.library.close()
        shutil.rmtree(self.folder)

    def _changed(self, changes):
        """Take note of a step; one that changed nothing must not be one."""
        now = contents(self.library)
        if changes.name:
            self.held.append(now)
            self.undone.clear()
        else:
            assert now == self.held[-1]

    def _ids(self):
        return finding.find_ids(self.library)

    def _pick(self, data, count=1):
        return data.draw(st.permutations(self._ids()).map(lambda ids: ids[:count]), label="entries")

    @rule(entry=ENTRIES)
    def add(self, entry):
        self._changed(editing.add_entry(self.library, entry)[1])

    @precondition(lambda self: self._ids())
    @rule(data=st.data(), entry=ENTRIES)
    def edit(self, data, entry):
        (entry_id,) = self._pick(data)
        owner = finding.id_of_key(self.library, entry.key)
        if owner not in (None, entry_id):
            entry = an_entry(**entry.fields)
        former = finding.card(self.library, entry_id).entry.key
        self._changed(editing.change_entry(self.library, entry_id, entry))
        assert finding.id_of_key(self.library, former) == entry_id
        # An entry that names its own former key follows it too.
        now = finding.card(self.library, entry_id).entry.with_fields(crossref="")
        assert dict(now.fields) == dict(entry.with_fields(crossref="").fields)

    @precondition(lambda self: self._ids())
    @rule(data=st.data(), count=st.integers(1, 3))
    def delete(self, data, count):
        self._changed(editing.delete_entries(self.library, self._pick(data, count)))

    @rule(title=TITLES, other=TITLES, source=st.sampled_from(["a.html", "b.html"]))
    def import_article(self, title, other, source):
        works = (Work("one", an_entry(title=title)), Work("two", an_entry(title=other, author="Weiss, Clara")))
        notes = (
            a_note(1, "Dinerstein, Making.", a_citation("one", 0, 10)),
            a_note(
                2, "Ibid., 5; Weiss.", a_citation("one", 0, 5, form=Form.IBID, locator="5"), a_citation("two", 10, 15)
            ),
        )
        article = an_entry(entrytype="article", title=f"Notes from {source}")
        apparatus = an_apparatus(article=article, works=works, notes=notes, source=source)
        proposed = propose_apparatus(self.library, apparatus)
        article_id, changes = accept(
            self.library, apparatus, {w.work_id: Decision(w.choice, w.same_as) for w in proposed.works}
        )
        self._changed(changes)
        assert proposed.known_article in (None, article_id)
        assert [n.note for n in finding.apparatus(self.library, article_id).notes] == [n.note for n in notes]
        linked = [c for n in finding.apparatus(self.library, article_id).notes for c in n.citations if c.work]
        assert len(linked) == 3
        assert all(w.choice is not Choice.SKIP for w in proposed.works)

    @rule(title=TITLES, key=KEYS)
    def import_file(self, title, key):
        self.files += 1
        path = self.folder / f"{self.files}.bib"
        path.write_text(f"@book{{{key}, title = {{{title}}}, author = {{Weiss, Clara}}, year = 1999}}\n@oops{{\n")
        report = import_entries(self.library, path)
        self._changed(report.changes)
        assert len(report.added) + len(report.known) == 1

    @precondition(lambda self: len(self._ids()) > 1)
    @rule(data=st.data(), count=st.integers(2, 3))
    def merge(self, data, count):
        ids = self._pick(data, count)
        cards = [finding.card(self.library, i) for i in ids]
        mentions = sum(len(finding.mentions(self.library, i)) for i in ids)
        merged = propose_merge([card.entry for card in cards]).entry
        self._changed(merge_entries(self.library, ids[0], ids[1:], merged))
        for card in cards:
            for key in (card.entry.key, *card.aliases):
                assert finding.id_of_key(self.library, key) == ids[0]
        kept = finding.card(self.library, ids[0])
        assert {w for card in cards for w in card.keywords} <= set(kept.keywords)
        assert {g for card in cards for g in card.groups} == set(kept.groups)
        own = {key.casefold() for card in cards for key in (card.entry.key, *card.aliases)}
        fields = {field for card in cards for field in card.entry.fields.items()}
        assert {name for name, value in fields if value.casefold() not in own} <= set(kept.entry.fields)
        assert kept.entry.get("crossref").casefold() not in {card.entry.key.casefold() for card in cards}
        assert len(finding.mentions(self.library, ids[0])) == mentions

    @rule()
    def look_for_duplicates(self):
        """What is found by comparing only what has changed is what comparing everything finds."""
        found = said(find_library_duplicates(self.library))
        self.library.last_search.forget()
        assert found == said(find_library_duplicates(self.library))

    @rule()
    def merge_what_is_certain(self):
        self._changed(merge_certain(self.library, find_library_duplicates(self.library)))

    @rule(data=st.data())
    def take_apart(self, data):
        merged = [i for i in self._ids() if past_merges(self.library, i)]
        if merged:
            entry_id = data.draw(st.sampled_from(merged))
            keys = past_merges(self.library, entry_id)[0].keys
            mentions = len(finding.mentions(self.library, entry_id))
            self._changed(unmerge_entry(self.library, entry_id))
            apart = {finding.id_of_key(self.library, key) for key in keys}
            assert entry_id not in apart
            assert sum(len(finding.mentions(self.library, i)) for i in apart | {entry_id}) == mentions

    @precondition(lambda self: len(self._ids()) > 1)
    @rule(data=st.data(), related=st.booleans())
    def decide(self, data, related):
        a, b = self._pick(data, 2)
        if related:
            self._changed(decide_related(self.library, a, b, "edition"))
        else:
            self._changed(decide_different(self.library, a, b))
        assert {(one, two) for one, two, _ in decisions(self.library)} >= {(min(a, b), max(a, b))}

    @rule(data=st.data())
    def withdraw(self, data):
        said = decisions(self.library)
        if said:
            first, second, _ = data.draw(st.sampled_from(said))
            self._changed(withdraw_decision(self.library, first, second))

    @rule(target=groups, name=st.sampled_from(["War", "Cuba"]))
    def add_group(self, name):
        group, changes = editing.add_group(self.library, name)
        self._changed(changes)
        return group

    @rule(group=groups, data=st.data())
    def put_in_group(self, group, data):
        if self._ids():
            self._changed(editing.put_in_group(self.library, group, self._pick(data, 2)))

    @rule(group=groups, onto=groups)
    def move_group(self, group, onto):
        try:
            self._changed(editing.move_group(self.library, group, onto))
        except UserError:
            assert onto == group or self._is_inside(onto, group)

    def _is_inside(self, inner, outer):
        parents = {group.id: group.parent for group in finding.groups(self.library)}
        while inner is not None and inner != outer:
            inner = parents.get(inner)
        return inner == outer

    @rule(group=consumes(groups))
    def delete_group(self, group):
        self._changed(editing.delete_group(self.library, group))

    @precondition(lambda self: self._ids())
    @rule(data=st.data())
    def tag(self, data):
        self._changed(editing.set_keywords(self.library, self._pick(data, 2), ["new"], ["war"]))

    @precondition(lambda self: self._ids())
    @rule(data=st.data(), name=st.sampled_from(["a.pdf", "b.pdf"]))
    def attach(self, data, name):
        self._changed(editing.attach_files(self.library, self._pick(data)[0], [self.folder / name]))

    @precondition(lambda self: self._ids())
    @rule(data=st.data())
    def make_keys(self, data):
        self._changed(editing.make_keys_again(self.library, self._pick(data, 2)))

    @rule()
    def undo(self):
        changes = self.library.undo()
        if len(self.held) > 1:
            assert changes.name
            self.undone.append(self.held.pop())
        assert contents(self.library) == self.held[-1]

    @rule()
    def redo(self):
        changes = self.library.redo()
        if self.undone:
            assert changes.name
            self.held.append(self.undone.pop())
        assert contents(self.library) == self.held[-1]

    @rule()
    def reopen(self):
        self.library.close()
        self.library = open_library(self.location())
        assert contents(self.library) == self.held[-1]

    @invariant()
    def every_entry_has_one_key_of_its_own(self):
        if not hasattr(self, "library"):
            return
        held = contents(self.library)
        own = sorted((row[1], row[2]) for row in held["citation_keys"] if not row[4])
        assert own == sorted((entry_id, entry.key) for entry_id, entry in finding.entries(self.library))

    @invariant()
    def the_index_of_words_says_what_the_entries_say(self):
        if hasattr(self, "library") and self.library.has_full_text:
            with self.library.setting_down() as session:
                session.execute(text("INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)"))


LibraryMachine.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_undoing_everything_gives_the_first_library_back = LibraryMachine.TestCase
