import pytest
from PySide6.QtCore import QModelIndex, Qt

from app.cards import ArticleCard, Group
from app.settings import Look
from ui.entry_table import entries_mime
from ui.sidebar import Sidebar
from ui.sidebar_tree import Chosen, Place, SidebarTree
from ui.theme import Theme

GROUPS = (Group(1, "Causes of the war", None, 3), Group(2, "Alliances", 1, 1), Group(3, "To read", None, 0))
ARTICLES = (ArticleCard(7, "Transatlantic Ties", "Sánchez, Ana", "2014", "page.html", 109, 140, None, "2026"),)

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def tree(qtmodeltester, qapp):
    tree = SidebarTree(Theme(Look.LIGHT))
    tree.show_library(GROUPS, ARTICLES)
    qtmodeltester.check(tree)
    return tree


@pytest.fixture
def sidebar(tree, qtbot):
    sidebar = Sidebar(tree)
    qtbot.addWidget(sidebar)
    return sidebar


def test_groups_stand_inside_one_another(tree):
    inner = tree.index_of(Chosen(Place.GROUP, 2))
    assert tree.chosen_at(inner.parent()).name == "Causes of the war"
    assert inner.data() == "Alliances  (1)"
    assert inner.data(Qt.ItemDataRole.EditRole) == "Alliances"


def test_an_article_is_named_by_author_year_and_title(tree):
    assert tree.index_of(Chosen(Place.ARTICLE, 7)).data() == "Sánchez 2014: Transatlantic Ties"


def test_entries_can_be_dropped_on_a_group_only(tree, qtbot):
    dragged = entries_mime([4, 5], ["a", "b"])
    group = tree.index_of(Chosen(Place.GROUP, 3))
    copy = Qt.DropAction.CopyAction
    with qtbot.waitSignal(tree.dropped) as dropped:
        assert tree.dropMimeData(dragged, copy, -1, -1, group)
    assert dropped.args == [3, (4, 5)]
    assert not tree.canDropMimeData(dragged, copy, -1, -1, tree.index(0, 0))
    assert not tree.canDropMimeData(dragged, copy, -1, -1, QModelIndex())


MOVES = [
    ("a group beside it", 3, 1, True),
    ("a group two steps in", 3, 2, True),
    ("the group it is in already", 2, 1, False),
    ("itself", 1, 1, False),
    ("a group inside it", 1, 2, False),
]


@pytest.mark.parametrize(("onto_what", "moved", "onto", "fits"), MOVES, ids=[case[0] for case in MOVES])
def test_a_group_is_dropped_on(tree, onto_what, moved, onto, fits):
    dragged = tree.mimeData([tree.index_of(Chosen(Place.GROUP, moved))])
    assert tree.canDropMimeData(dragged, MOVE, -1, -1, tree.index_of(Chosen(Place.GROUP, onto))) is fits


def test_a_group_dropped_on_the_heading_goes_beside_the_outermost(tree, qtbot):
    dragged = tree.mimeData([tree.index_of(Chosen(Place.GROUP, 2))])
    with qtbot.waitSignal(tree.moved) as moved:
        assert tree.dropMimeData(dragged, MOVE, -1, -1, tree.index(1, 0))
    assert moved.args == [2, None]
    assert tree.index(2, 0).data() == "Articles read"
    assert not tree.canDropMimeData(dragged, MOVE, -1, -1, tree.index(2, 0))
    assert not tree.canDropMimeData(dragged, MOVE, -1, -1, tree.index_of(Chosen(Place.ARTICLE, 7)))


def test_an_outermost_group_is_not_dropped_on_the_heading(tree):
    dragged = tree.mimeData([tree.index_of(Chosen(Place.GROUP, 1))])
    assert not tree.canDropMimeData(dragged, MOVE, -1, -1, tree.index(1, 0))


def test_a_name_typed_in_the_tree_is_told_and_not_taken(tree, qtbot):
    index = tree.index_of(Chosen(Place.GROUP, 3))
    with qtbot.waitSignal(tree.renamed) as renamed:
        tree.setData(index, "Read")
    assert renamed.args == [3, "Read"]
    assert index.data() == "To read"


def test_what_is_chosen_stays_chosen_when_the_library_changes(sidebar, tree):
    sidebar.choose(Chosen(Place.GROUP, 2))
    sidebar.show_library((*GROUPS, Group(4, "New", None, 0)), ARTICLES)
    assert (sidebar.now.place, sidebar.now.id) == (Place.GROUP, 2)


def test_all_entries_are_chosen_when_the_group_is_gone(sidebar, qtbot):
    sidebar.choose(Chosen(Place.GROUP, 2))
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        sidebar.show_library(GROUPS[:1], ARTICLES)
    assert chosen.args[0].place is Place.ALL


def test_a_double_click_opens_the_article(sidebar, tree, qtbot):
    with qtbot.waitSignal(sidebar.article_opened) as opened:
        sidebar.doubleClicked.emit(tree.index_of(Chosen(Place.ARTICLE, 7)))
    assert opened.args == [7]
