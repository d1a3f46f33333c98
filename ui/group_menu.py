"""What is done with groups, by menu or by dropping: make, rename, move, delete them, put entries in, take them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QInputDialog

from app.cards import Group
from app.counting import counted
from app.editing import add_group, delete_group, move_group, put_in_group, rename_group, take_from_group
from app.finding import groups
from ui.asking import ask_words
from ui.chooser import Chooser, Option
from ui.panels import Handlers, Panels
from ui.sidebar_tree import Chosen, Place

NEW_GROUP = -1
OUTERMOST = -2


class GroupMenu:
    """The handlers of what the menus do with groups."""

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        self._context = panels.context
        self._background = panels.context.background
        self.asked: QInputDialog | None = None

    def handlers(self) -> Handlers:
        """Each action's handler by its name."""
        return {
            "new_group": self.new_group,
            "rename_group": self.rename_group,
            "move_group": self.move_group,
            "delete_group": self.delete_group,
            "put_in_group": self.put_in_group,
            "take_from_group": self.take_from_group,
        }

    def new_group(self) -> None:
        """Ask for a name and make a group, inside the one that is shown."""
        chosen = self._panels.sidebar.now
        parent = chosen.id if chosen.place is Place.GROUP else None
        inside = f" inside “{chosen.name}”" if parent is not None else ""

        def make(name: str) -> None:
            self._background.change(lambda library, _: add_group(library, name, parent))

        self._ask_name("New group", f"Name of the new group{inside}:", make)

    def rename_group(self) -> None:
        """Ask for another name of the group that is shown."""
        if (chosen := self._chosen_group()) is not None:
            group_id = chosen[0]
            self._ask_name("Rename group", "New name:", lambda name: self.rename(group_id, name), chosen[1])

    def rename(self, group_id: int, name: str) -> None:
        """Give a group a name, as typing it in the tree does."""
        self._background.change(lambda library, _: rename_group(library, group_id, name))

    def move_group(self) -> None:
        """Ask for the group that the one shown shall be put in."""
        if (chosen := self._chosen_group()) is None:
            return
        group_id, name = chosen

        def choose(found: tuple[Group, ...]) -> None:
            window = self._context.window
            if window is not None:
                options = [Option("Beside the outermost groups", "", OUTERMOST)]
                options += group_options(found, without=group_id)
                Chooser(window, f"Put “{name}” in", options, lambda onto: self._move_to(group_id, onto)).open()

        self._background.ask(lambda library, _: groups(library), choose)

    def _move_to(self, group_id: int, onto: int) -> None:
        self.move(group_id, None if onto == OUTERMOST else onto)

    def move(self, group_id: int, parent: int | None) -> None:
        """Put a group inside another, as dropping it there does."""
        self._background.change(lambda library, _: move_group(library, group_id, parent))

    def delete_group(self) -> None:
        """Delete the group that is shown; it can be undone."""
        if (chosen := self._chosen_group()) is not None:
            group_id, name = chosen
            self._background.change(
                lambda library, _: delete_group(library, group_id), said=f"Deleted the group {name}"
            )

    def put_in_group(self) -> None:
        """Ask for a group and put the selected entries in it."""
        ids = self._panels.entries.selected_ids()

        def choose(found: tuple[Group, ...]) -> None:
            window = self._context.window
            if not found:
                self._put_in_new_group(ids)
            elif window is not None:
                options = [*group_options(found), Option("A new group", "", NEW_GROUP)]
                title = f"Put {_entries(len(ids))} in a group"
                Chooser(window, title, options, lambda group: self._put_in_chosen(group, ids)).open()

        self._background.ask(lambda library, _: groups(library), choose)

    def _put_in_chosen(self, group_id: int, ids: tuple[int, ...]) -> None:
        if group_id == NEW_GROUP:
            self._put_in_new_group(ids)
        else:
            self.put_in(group_id, ids)

    def _put_in_new_group(self, ids: tuple[int, ...]) -> None:
        def make(name: str) -> None:
            self._background.change(lambda library, _: add_group(library, name), lambda made: self.put_in(made[0], ids))

        self._ask_name("New group", f"Name of a new group for {_entries(len(ids))}:", make)

    def put_in(self, group_id: int, ids: tuple[int, ...]) -> None:
        """Put entries in a group, as dropping them on it does."""
        self._background.change(lambda library, _: put_in_group(library, group_id, ids))

    def take_from_group(self) -> None:
        """Take the selected entries out of the group that is shown."""
        ids = self._panels.entries.selected_ids()
        if (chosen := self._chosen_group()) is not None:
            group_id = chosen[0]
            self._background.change(lambda library, _: take_from_group(library, group_id, ids))

    def _chosen_group(self) -> tuple[int, str] | None:
        chosen: Chosen = self._panels.sidebar.now
        if chosen.place is Place.GROUP and chosen.id is not None:
            return chosen.id, chosen.name
        self._context.messages.notice("Choose a group on the left first")
        return None

    def _ask_name(self, title: str, question: str, then: Callable[[str], None], name: str = "") -> None:
        """Ask for a name without holding up anything else; nothing happens where none is given."""
        self.asked = ask_words(
            self._context.window, title, question, lambda typed: then(typed) if typed else None, name
        )


def group_options(found: Sequence[Group], without: int | None = None) -> list[Option]:
    """The groups to choose from, each with the groups it stands in; without one of them and what is inside it."""
    paths: dict[int, str] = {}
    left_out = {without}
    for group in found:
        if group.id == without or (group.parent is not None and group.parent in left_out):
            left_out.add(group.id)
            continue
        above = paths.get(group.parent, "") if group.parent is not None else ""
        paths[group.id] = f"{above} › {group.name}" if above else group.name
    shown = [group for group in found if group.id in paths]
    return [Option(paths[group.id], counted(group.entries, "entry", "entries"), group.id) for group in shown]


def _entries(number: int) -> str:
    return counted(number, "entry", "entries")
