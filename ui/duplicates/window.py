"""The duplicates window: cases by certainty on the left, the entries of one case side by side on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app import merging
from app.cards import Changes
from app.errors import Cancelled, UserError
from app.library import Library
from app.matching import Relation
from app.progress import Progress
from ui.action_finder import open_action_finder
from ui.busy_bar import BusyBar
from ui.chooser import Chooser, Option
from ui.context import Context
from ui.duplicates import looking
from ui.duplicates.actions import draw_icons, make_actions
from ui.duplicates.case_list import CaseList
from ui.duplicates.case_view import CaseView
from ui.duplicates.cases import Case, Certainty, cases_of, merged_into, without
from ui.duplicates.decision_list import DecisionList
from ui.duplicates.searching import Searching
from ui.elided_label import ElidedLabel
from ui.entry_words import sentence
from ui.placing import fit_to_screen

KEYS = "M merge   ·   D not the same   ·   R related   ·   N skip   ·   Space or 1, 2 ... choose a value"
CHOSEN_KEYS = KEYS.replace("N skip   ·   ", "")
ON_A_CASE = (
    "merge", "not_the_same", "related", "skip", "go_back", "leave_member_out", "all_members", "show_entry",
)  # fmt: skip
BUTTONS = (("skip", "Skip"), ("related", "Related…"), ("not_the_same", "Not the same"), ("merge", "Merge"))

Change = Callable[[Library, Progress], Changes]


class DuplicatesWindow(QMainWindow):
    """All duplicates of the library, or (`chosen`) only some entries the user wants merged."""

    def __init__(self, context: Context, chosen: Sequence[int] = ()) -> None:
        super().__init__()
        self.context = context
        self._chosen = tuple(chosen)
        self._members = looking.Members({}, {})
        self._cases: tuple[Case, ...] = ()
        self.chooser: Chooser | None = None
        self.cases = CaseList(context.theme)
        self.case = CaseView(context.theme)
        self.decisions = DecisionList()
        self.summary, self.hint = QLabel(), ElidedLabel(KEYS, "muted")
        self.merge_all_button = QPushButton("Merge all certain")
        self.buttons = {name: QPushButton(text) for name, text in BUTTONS}
        self.actions_by_name = make_actions(self, context.theme.icon)
        self._searching = Searching(context.background, self)
        self._lay_out()
        self._connect()
        self._show_case(None)
        self.cases.setFocus()
        self.search_again()

    # Layout

    def _lay_out(self) -> None:
        self.setWindowTitle("Merge entries" if self._chosen else "Duplicates")
        fit_to_screen(self, 1240, 800)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.cases)
        self.across.addWidget(self.case)
        self.across.setChildrenCollapsible(False)
        self.across.setHandleWidth(1)
        self.across.setSizes([380, 860])
        self.across.setStretchFactor(1, 1)
        self.cases.setVisible(not self._chosen)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.across)
        self.pages.addWidget(self.decisions)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())
        self.setCentralWidget(middle)
        self.context.memory.restore(self, "duplicates")
        self.context.memory.restore(self.across, "duplicates.across")

    def _head(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.addTab("Possible duplicates")
        self.tabs.addTab("Decisions")
        self.tabs.setDrawBase(False)
        # The second tab's words grow and shrink with the decisions; Qt would cut them and offer arrows.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._turn)
        self.summary.setProperty("role", "muted")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 6, 16, 6)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.summary)
        row.addSpacing(10)
        row.addWidget(self.merge_all_button)
        head.setVisible(not self._chosen)
        return head

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        for name, button in self.buttons.items():
            button.setVisible(page == 0 and not (self._chosen and name == "skip"))
        self.hint.setVisible(page == 0)
        self._enable()
        (self.decisions.table if page else self.cases).setFocus()

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.hint)
        row.addStretch(1)
        row.addWidget(BusyBar(self.context.background))
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setToolTip("Leave the entries as they are (Escape)")
        self.cancel_button.setVisible(bool(self._chosen))
        self.cancel_button.clicked.connect(self.close)
        row.addWidget(self.cancel_button)
        for name, button in self.buttons.items():
            action = self.actions_by_name[name]
            button.setToolTip(f"{button.text().rstrip('…')} ({action.shortcut().toString()})")
            button.clicked.connect(action.trigger)
            button.setVisible(not (self._chosen and name == "skip"))
            row.addWidget(button)
        self.buttons["merge"].setDefault(True)
        return foot

    def _connect(self) -> None:
        self.cases.picked.connect(self._show_case)
        self.decisions.withdrawn.connect(self._withdraw)
        self.merge_all_button.clicked.connect(self.merge_all_certain)
        self.context.background.changed.connect(self._searching.library_changed)
        self.context.background.opened.connect(self.close)
        self._searching.wanted.connect(self.search_again)
        self._searching.found.connect(self._found)
        self._searching.stopped.connect(self._failed)
        self.context.theme.changed.connect(self._draw_icons)

    def _draw_icons(self) -> None:
        draw_icons(self.actions_by_name, self.context.theme.icon)

    # Searching

    def search_again(self) -> None:
        """Look for duplicates; the case one stands on stays, where it is still there."""
        ask = self.context.background.ask
        if self._chosen:
            ask(lambda library, _: looking.fetch(library, self._chosen), self._got_chosen, owner=self)
            return
        if not self._cases:
            self.case.show_nothing("Looking for duplicates …")
        ask(looking.look_back, self._show_decided, topic="decisions", owner=self)
        self._searching.search()

    def _got_chosen(self, members: looking.Members) -> None:
        self._members = members
        there = tuple(member for member in self._chosen if member in members.entries)
        self._show_cases((Case(Certainty.CHOSEN, there, ()),) if len(there) > 1 else ())
        self.case.grid.setFocus()

    def _found(self, found: looking.Found) -> None:
        self._members = found.members
        there = found.members.entries.keys()
        self._show_cases(tuple(case for case in cases_of(found.findings) if there >= set(case.members)))

    def _show_decided(self, before: looking.DecidedBefore) -> None:
        self.decisions.show_decisions(before.decided, before.entries)
        self.tabs.setTabText(1, f"Decisions ({len(before.decided):,})" if before.decided else "Decisions")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.say("Stopped. Nothing was changed.")
            if not self._cases:
                self.case.show_nothing("The search was stopped. Press F5 to search again.")
        elif isinstance(error, UserError):
            self.context.messages.error(error, self)
        else:
            self.context.messages.defect(error, self)

    def _refused(self, error: BaseException) -> None:
        """What could not be done is told, and everything shown anew: it may have changed elsewhere."""
        self._failed(error)
        if isinstance(error, UserError):
            self.search_again()

    def _show_cases(self, cases: tuple[Case, ...], row: int | None = None) -> None:
        here, here_row = self.cases.current_case(), self.cases.currentIndex().row()
        self._cases = cases
        self.cases.cases.show_cases(cases, self._members.entries)
        self._count(cases)
        found = self.cases.cases.row_of(here) if row is None else row
        if not self.cases.go_to_row(here_row if found is None else found):
            self._show_case(None)

    def _count(self, cases: Iterable[Case]) -> None:
        counts = {part: sum(case.certainty is part for case in cases) for part in Certainty}
        certain = counts[Certainty.CERTAIN]
        self.summary.setText(
            f"{certain:,} certain, {counts[Certainty.REVIEW]:,} to look at, {counts[Certainty.RELATED]:,} related"
        )
        self.merge_all_button.setText(f"Merge all {certain:,} certain" if certain > 1 else "Merge all certain")
        self._enable()

    def _show_case(self, case: Case | None) -> None:
        if case is None:
            self.case.show_nothing("Nothing to merge." if self._chosen else "No duplicates in your library.")
        else:
            self.case.show_case(case, self._members)
        self.say("")
        self._enable()

    def _enable(self) -> None:
        """A key does nothing to a case that one does not see: beside the decisions only they can be acted on."""
        is_at_cases = self.tabs.currentIndex() == 0
        has_case = is_at_cases and self.case.choice is not None
        for name in ON_A_CASE:
            self.actions_by_name[name].setEnabled(has_case)
        for name, button in self.buttons.items():
            button.setEnabled(self.actions_by_name[name].isEnabled())
        has_certain = any(case.certainty is Certainty.CERTAIN for case in self._cases)
        self.actions_by_name["merge_all_certain"].setEnabled(is_at_cases and has_certain)
        self.merge_all_button.setEnabled(is_at_cases and has_certain)
        self.actions_by_name["withdraw"].setEnabled(not is_at_cases)

    # Deciding

    def merge(self) -> None:
        """Make one entry of the case, with the values chosen."""
        if (choice := self.case.choice) is not None:
            shown = dict(zip(choice.members, choice.entries, strict=True))
            work = partial(looking.merge, kept=choice.kept, shown=shown, entry=choice.entry())
            self._change(work, partial(self._did_merge, choice.kept, choice.members))

    def not_the_same(self) -> None:
        """Remember that the entries of the case are different works."""
        if (choice := self.case.choice) is not None:
            self._change(partial(looking.decide_different, members=choice.members), self._decided(choice.members))

    def related(self) -> None:
        """Choose how the entries of the case belong together, and remember it."""
        if (choice := self.case.choice) is None:
            return
        case = self.cases.current_case()
        likely = case.comparisons[0].relation if case is not None and case.comparisons else None
        relations = sorted(Relation, key=lambda relation: relation is not likely)
        options = [Option(sentence(relation.words), "", relation) for relation in relations]
        self.chooser = Chooser(self, "How do they belong together?", options, partial(self._relate, choice.members))
        self.chooser.open()

    def _relate(self, members: tuple[int, ...], relation: Relation) -> None:
        work = partial(looking.decide_related, members=members, relation=relation.value)
        self._change(work, self._decided(members))

    def merge_all_certain(self) -> None:
        """Merge all certain cases as one step that can be undone."""
        groups = [case.members for case in self._cases if case.certainty is Certainty.CERTAIN]
        shown = {member: self._members.entries[member] for group in groups for member in group}
        self.context.background.change(
            partial(looking.merge_certain, groups=groups, shown=shown), owner=self, failed=self._refused
        )

    def withdraw(self) -> None:
        """Forget the decisions selected."""
        self.decisions.withdraw()

    def _withdraw(self, pairs: Sequence[tuple[int, int]]) -> None:
        work = self.context.background.change
        work(lambda library, _: merging.withdraw_decisions(library, pairs), owner=self, failed=self._failed)

    def _change(self, work: Change, then: Callable[[Changes], None]) -> None:
        self.context.background.change(work, then, owner=self, failed=self._refused)

    def _did_merge(self, kept: int, merged: tuple[int, ...], _changes: Changes) -> None:
        if self._chosen:
            self.close()
            return
        ask = self.context.background.ask
        ask(lambda library, _: looking.fetch(library, [kept]), partial(self._go_on_with, kept, merged), owner=self)
        self._searching.did_myself()

    def _go_on_with(self, kept: int, merged: tuple[int, ...], fetched: looking.Members) -> None:
        self._members.entries.update(fetched.entries)
        self._members.rows.update(fetched.rows)
        self._members.typed.update(fetched.typed)
        self._show_cases(merged_into(self._cases, kept, merged), self.cases.currentIndex().row())

    def _decided(self, members: tuple[int, ...]) -> Callable[[Changes], None]:
        def then(_changes: Changes) -> None:
            if self._chosen:
                self.close()
                return
            self._show_cases(without(self._cases, members), self.cases.currentIndex().row())
            self.context.background.ask(looking.look_back, self._show_decided, topic="decisions", owner=self)
            self._searching.did_myself()

        return then

    # Going about

    def skip(self) -> None:
        """Go on to the next case, and leave this one as it is."""
        self.cases.go_to_row(self.cases.currentIndex().row() + 1)

    def go_back(self) -> None:
        """Go to the case before."""
        row = self.cases.currentIndex().row() - 1
        while row > 0 and self.cases.cases.case(row) is None:
            row -= 1
        self.cases.go_to_row(row)

    def leave_member_out(self) -> None:
        """Leave the entry of the column one stands on out of the merge; two at least stay."""
        member = self.case.member_gone_to()
        if member is None:
            self.say("Go to an entry's column first, with F6 and the arrow keys.")
        elif not self.case.leave_out(member):
            self.say("A merge needs two entries at least; skip the case instead (N).")

    def all_members(self) -> None:
        """Bring the entries left out back into the case."""
        self.case.bring_back()

    def show_entry(self) -> None:
        """Show the entry one stands on in the library."""
        if self.case.choice is not None:
            self.context.show_entry(self.case.member_gone_to() or self.case.choice.kept)

    def show_decisions(self) -> None:
        """Go to the decisions, and back."""
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def find_action(self) -> None:
        """List every action with its key, to be found by its words and done."""
        self.chooser = open_action_finder(self, self.actions_by_name.values())

    def next_pane(self) -> None:
        """Go from the cases to the fields, and back."""
        (self.cases if self.case.grid.hasFocus() and self.cases.isVisible() else self.case.grid).setFocus()

    def undo(self) -> None:
        """Take back the library's last step."""
        self.context.background.undo()

    def redo(self) -> None:
        """Do the library's last undone step again."""
        self.context.background.redo()

    def say(self, words: str) -> None:
        """Say something at the foot of the window."""
        self.hint.setText(words or (CHOSEN_KEYS if self._chosen else KEYS))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size, and let go of what was found: it is much in a large library."""
        self._cases, self._members = (), looking.Members({}, {})
        self.cases.cases.show_cases((), {})
        self.case.forget()
        if not self._chosen:
            self.context.memory.keep(self, "duplicates")
            self.context.memory.keep(self.across, "duplicates.across")
        super().closeEvent(event)
