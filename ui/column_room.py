"""The width a table of entries has in; which columns stand in it and how wide, out."""

from __future__ import annotations

from collections.abc import Mapping

from app.cards import Column

FIRST_SHOWN = (Column.AUTHOR, Column.TITLE, Column.YEAR, Column.CONTAINER, Column.KEY, Column.CITED)
# In pixels at a font of this height; a larger font has wider columns.
HEIGHT = 14
WIDTHS: Mapping[Column, int] = {
    Column.AUTHOR: 190,
    Column.TITLE: 360,
    Column.YEAR: 64,
    Column.CONTAINER: 170,
    Column.TYPE: 90,
    Column.KEY: 150,
    Column.CITED: 62,
}
NARROWEST: Mapping[Column, int] = {
    Column.AUTHOR: 100,
    Column.TITLE: 170,
    Column.YEAR: 56,
    Column.CONTAINER: 110,
    Column.KEY: 116,
    Column.CITED: 60,
}
# Who wrote what and when tells works apart, and the key is what is typed into a paper: these stay longest.
GIVE_WAY = (Column.CONTAINER, Column.CITED, Column.KEY, Column.YEAR)


def share_out(room: int, font_height: int) -> dict[Column, int]:
    """The widths of the columns shown at first, for as many of them as have room; titles take what is over.

    Where room is left behind what they need, it is shared in the measure of what each would like; columns that find no
    room are not in the answer. Author and title always are.
    """
    scale = font_height / HEIGHT
    least = {column: round(NARROWEST[column] * scale) for column in FIRST_SHOWN}
    for column in GIVE_WAY:
        if sum(least.values()) > room:
            del least[column]
    wanted = {column: round(WIDTHS[column] * scale) - width for column, width in least.items()}
    spare = max(room - sum(least.values()), 0)
    part = min(1.0, spare / sum(wanted.values()))
    shares = {column: width + int(wanted[column] * part) for column, width in least.items()}
    shares[Column.TITLE] += max(room - sum(shares.values()), 0)
    return shares
