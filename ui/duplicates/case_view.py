"""One case: what it is, why Ibidem thinks so, and its entries side by side with the choice of values."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.duplicates.cases import Case, case_reasons, case_title, case_verdict
from ui.duplicates.field_grid import FieldGrid
from ui.duplicates.looking import Members
from ui.duplicates.merge_choice import MergeChoice, begin_merge
from ui.duplicates.reason_chips import ReasonChips
from ui.theme import Theme
from ui.title_label import TitleLabel


class CaseView(QStackedWidget):
    """Shows a case, or a sentence where there is none.

    Attributes:
        choice: the merge as the user has it now, None where there is nothing to merge.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: MergeChoice | None = None
        self._case: Case | None = None
        self._members = Members({}, {})
        self._left_out: set[int] = set()
        self.title, self.why, self.nothing = TitleLabel("title"), _label("muted"), _label("muted")
        self.chips = ReasonChips(theme)
        self.grid = FieldGrid(theme)
        self.grid.value_chosen.connect(self._value_chosen)
        self.grid.grid.typed.connect(self._value_typed)
        self.grid.selectionModel().currentColumnChanged.connect(lambda *_: self._tell_why())
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(6)
        for widget in (self.title, self.why, self.chips):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.grid, 1)
        self.addWidget(self._page)
        self.addWidget(self.nothing)
        self.setCurrentWidget(self.nothing)

    def show_nothing(self, words: str) -> None:
        """Show a sentence."""
        self._case, self.choice = None, None
        self.grid.grid.show_choice(None)
        self.nothing.setText(words)
        self.setCurrentWidget(self.nothing)

    def forget(self) -> None:
        """Let go of the case, and of all entries known, before the window goes."""
        self._case, self.choice, self._members = None, None, Members({}, {})

    def show_case(self, case: Case, members: Members) -> None:
        """Show a case with the values that Ibidem proposes."""
        self._case, self._members = case, members
        self._left_out.clear()
        self._begin()

    def _begin(self) -> None:
        assert self._case is not None
        shown = [m for m in self._case.members if m in self._members.entries and m not in self._left_out]
        rows = self._members.rows
        # The one cited most comes first and keeps its key; among equals it is the one the library has had longest.
        shown.sort(key=lambda member: (-rows[member].cited if member in rows else 0, member))
        entries = [self._members.entries[member] for member in shown]
        typed = [self._members.typed.get(member, frozenset()) for member in shown]
        self.choice = begin_merge(shown, entries, typed=typed) if len(shown) > 1 else None
        self._show()

    def _show(self) -> None:
        if self.choice is None or self._case is None:
            self.show_nothing("These entries are gone.")
            return
        self.title.setText(case_title(self._case, self._members.entries))
        self._tell_why()
        self.grid.grid.show_choice(self.choice, tuple(map(self._heading, range(len(self.choice.members)))))
        self.setCurrentWidget(self._page)

    def _tell_why(self) -> None:
        """Say what ties the entries; of more than two, what ties the one in whose column one stands to its nearest."""
        if self._case is None or self.choice is None:
            return
        member = self.member_gone_to() if len(self.choice.members) > 2 else None
        tie = self._case.tie_of(member) if member is not None else None
        words = case_verdict(self._case)
        if member is not None and tie is not None and tie[0] in self.choice.members:
            one, other = (self.choice.members.index(i) + 1 for i in (member, tie[0]))
            words = f"{words} Entry {one} is most like entry {other}:"
        else:
            member = None
        self.why.setText(words)
        self.chips.show_reasons(case_reasons(self._case, member))

    def _heading(self, number: int) -> str:
        row = self._members.rows.get(self.choice.members[number]) if self.choice is not None else None
        if row is None:
            return str(number + 1)
        cited = f"cited {row.cited} times" if row.cited > 1 else "cited once" if row.cited else "not cited"
        return f"{number + 1}   {cited}"

    def _value_chosen(self, name: str, member: int) -> None:
        if self.choice is not None:
            self.choice = self.choice.with_value(name, member)
            self._show()

    def _value_typed(self, name: str, value: str) -> None:
        if self.choice is not None:
            self.choice = self.choice.with_text(name, value)
            self._show()

    def member_gone_to(self) -> int | None:
        """The id of the entry in whose column one stands."""
        number = self.grid.grid.member(self.grid.currentIndex().column())
        return self.choice.members[number] if self.choice is not None and number is not None else None

    def leave_out(self, member: int) -> bool:
        """Leave an entry out of the merge; False where fewer than two would stay."""
        if self.choice is None or len(self.choice.members) < 3:
            return False
        self._left_out.add(member)
        self._begin()
        return True

    def bring_back(self) -> None:
        """Bring the entries left out back."""
        if self._case is not None:
            self._left_out.clear()
            self._begin()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
