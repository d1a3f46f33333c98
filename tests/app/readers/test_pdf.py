# ruff: noqa: E501 - files stand as they are made
from __future__ import annotations

import pytest

from app.article import read_article
from app.errors import UserError
from app.readers import read_bytes

Text = tuple[float, float, float, str]  # x, y, size, words

BODY = "The ice came early and the clerks wrote that it had come late"


def pdf_file(pages: list[list[Text]]) -> bytes:
    """A PDF with these words on its pages, in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        stream = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET" for x, y, size, words in page)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


def printed(number: int, notes: list[str], raised: bool = False) -> list[Text]:
    """A page: a running head, a body in 11 point, notes in 8 point, the page's number."""
    page: list[Text] = [(40, 570, 9, f"{number}   THE POLAR REVIEW")]
    page += [(40, 550 - 14 * row, 11, BODY) for row in range(14)]
    y = 160.0
    for row in notes:
        label, _, words = row.partition(" ")
        if raised and label.isdigit():
            page += [(40, y + 2, 5, label), (44, y, 8, words)]
        else:
            page.append((40, y, 8, row))
        y -= 10
    return [*page, (200, 30, 9, str(number))]


def notes_of(content: bytes) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_article(read_bytes("article.pdf", content)).notes]


NOTES = [
    ("1", "J. Roe, The Ice \\(London, 1990\\), 5."),
    ("2", "Ibid., 6, where the clerk is named and"),
    ("3", "Roe, Ice, 7."),
]


@pytest.mark.parametrize("raised", [False, True])
def test_notes_in_small_type_at_the_feet_of_pages(raised: bool) -> None:
    pages = [
        printed(141, ["1 J. Roe, The Ice \\(London, 1990\\), 5.", "2 Ibid., 6, where the clerk", "is named."], raised)
    ]
    pages.append(printed(142, ["3 Roe, Ice, 7."], raised))
    pages.append(printed(143, []))
    pages.append(printed(144, ["4 Ibid.", "5 Doe, Snow, 8."], raised))
    wanted = [
        ("1", "J. Roe, The Ice (London, 1990), 5."),
        ("2", "Ibid., 6, where the clerk is named."),
        ("3", "Roe, Ice, 7."),
    ]
    assert notes_of(pdf_file(pages)) == [*wanted, ("4", "Ibid."), ("5", "Doe, Snow, 8.")]


def test_notes_that_start_again_on_every_page() -> None:
    pages = [printed(141, ["1 Roe, Ice, 5.", "2 Ibid., 6."]), printed(142, ["1 Doe, Snow, 7.", "2 Ibid., 8."])]
    assert notes_of(pdf_file(pages)) == [
        ("1", "Roe, Ice, 5."),
        ("2", "Ibid., 6."),
        ("1", "Doe, Snow, 7."),
        ("2", "Ibid., 8."),
    ]


def test_a_title_in_large_type_on_two_lines_is_one() -> None:
    title = [
        (60, 560, 16, "The Ice and the Clerk"),
        (60, 540, 16, "Letters and Ledgers, 1900-1914"),
        (60, 520, 11, "Jane Roe"),
    ]
    page = [*title, *(one for one in printed(141, ["1 Roe, Ice, 5.", "2 Ibid."]) if one[1] < 500)]
    entry = read_article(read_bytes("article.pdf", pdf_file([page]))).entry
    assert entry is not None
    assert (entry.get("title"), entry.get("author")) == (
        "The Ice and the Clerk Letters and Ledgers, 1900-1914",
        "Roe, Jane",
    )


def test_a_note_that_goes_on_overleaf_is_one_note() -> None:
    pages = [printed(141, ["1 Roe, Ice, 5, where"]), printed(142, ["he speaks of the clerk.", "2 Ibid., 6."])]
    assert notes_of(pdf_file(pages)) == [("1", "Roe, Ice, 5, where he speaks of the clerk."), ("2", "Ibid., 6.")]


def test_notes_at_the_feet_of_two_columns() -> None:
    page: list[Text] = [(40, 570, 9, "The Ice and the Clerk   141")]
    for x, notes in ((40, ["1 Roe, Ice, 5, where the", "clerk is named."]), (240, ["2 Ibid., 6.", "3 Doe, Snow, 7."])):
        page += [(x, 550 - 14 * row, 11, "The ice came early and the clerks") for row in range(25)]
        page += [(x, 100 - 10 * row, 8, words) for row, words in enumerate(notes)]
    wanted = [("1", "Roe, Ice, 5, where the clerk is named."), ("2", "Ibid., 6."), ("3", "Doe, Snow, 7.")]
    assert notes_of(pdf_file([page])) == wanted


def test_a_quotation_in_small_type_is_no_note() -> None:
    page = [
        (40, 560, 11, BODY),
        (60, 546, 8, "1 is a number that a quotation may begin with,"),
        (60, 536, 8, "as here."),
        *printed(141, ["1 Roe, Ice, 5.", "2 Ibid."])[1:],
    ]
    assert notes_of(pdf_file([page])) == [("1", "Roe, Ice, 5."), ("2", "Ibid.")]


def test_endnotes_under_a_heading() -> None:
    end: list[Text] = [(40, 550, 11, "Notes")] + [
        (40, 530 - 14 * n, 11, f"{n}. Roe, Ice \\(London, 1990\\), {n}.") for n in range(1, 9)
    ]
    pages = [printed(141, []), printed(142, []), end]
    assert notes_of(pdf_file(pages)) == [(str(n), f"Roe, Ice (London, 1990), {n}.") for n in range(1, 9)]


@pytest.mark.parametrize("raised", [False, True])
@pytest.mark.parametrize("size", [8, 9, 11])
@pytest.mark.parametrize("left", [40, 190])
def test_endnotes_in_small_type_go_on_over_pages(left: float, size: float, raised: bool) -> None:
    page: list[Text] = [(40, 550 - 14 * row, 11, BODY) for row in range(20)] + [(left, 256, size, "Notes")]
    pages, y = [printed(141, []), printed(142, [])], 240.0
    for n in range(1, 41):
        if y < 60:
            pages.append([*page, (200, 30, 9, str(141 + len(pages)))])
            page, y = [], 560.0
        words = f"Roe, Ice \\(London, 1990\\), {n}, where the clerk is named and"
        page += [(40, y + 3, 5, str(n)), (46, y, 8, words)] if raised else [(40, y, 8, f"{n} {words}")]
        page.append((40, y - 10, 8, "told."))
        y -= 20
    wanted = [(str(n), f"Roe, Ice (London, 1990), {n}, where the clerk is named and told.") for n in range(1, 41)]
    assert notes_of(pdf_file([*pages, page])) == wanted


def test_a_pdf_of_pictures_is_told_plainly() -> None:
    with pytest.raises(UserError, match="pictures of pages"):
        read_bytes("article.pdf", pdf_file([[]]))


def test_a_damaged_pdf_is_told_plainly() -> None:
    with pytest.raises(UserError, match="damaged or protected"):
        read_bytes("article.pdf", b"%PDF-1.4 nothing of the kind")
