# ruff: noqa: E501 - files stand as they are made
from __future__ import annotations

import io
import zipfile

import pytest

from app.article import read_article
from app.errors import UserError
from app.readers import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body: str, footnotes: str = "", endnotes: str = "") -> bytes:
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{footnotes}</w:footnotes>")
        if endnotes:
            archive.writestr("word/endnotes.xml", f"<w:endnotes {W}>{endnotes}</w:endnotes>")
    return store.getvalue()


def paragraph(text: str, call: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{call}</w:p>"


def call(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:{kind}>'


SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def notes_of(content: bytes) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in read_article(read_bytes("article.docx", content)).notes]


def test_footnotes_come_in_the_order_of_their_calls() -> None:
    body = (
        paragraph("The Ice and the Clerk")
        + paragraph("Jane Roe")
        + paragraph("It came.", call(3))
        + paragraph("It went.", call(2))
    )
    content = word_file(body, SEPARATOR + note(2, "Ibid., 6.") + note(3, "Roe, Ice, 5."))
    assert notes_of(content) == [("1", "Roe, Ice, 5."), ("2", "Ibid., 6.")]


def test_the_head_of_the_document_is_the_article() -> None:
    body = (
        paragraph("The Ice and the Clerk")
        + paragraph("Jane Roe")
        + paragraph("It came early that year. " * 12, call(2))
    )
    entry = read_article(read_bytes("a.docx", word_file(body, note(2, "Roe, Ice, 5.")))).entry
    assert entry is not None
    assert (entry.get("title"), entry.get("author")) == ("The Ice and the Clerk", "Roe, Jane")


def test_endnotes_follow_footnotes_with_roman_numbers() -> None:
    body = paragraph("A", call(1)) + paragraph("B", call(1, "endnote")) + paragraph("C", call(2, "endnote"))
    content = word_file(
        body, note(1, "Roe, Ice, 5."), note(1, "Ibid., 6.", "endnote") + note(2, "Ibid., 7.", "endnote")
    )
    assert notes_of(content) == [("1", "Roe, Ice, 5."), ("i", "Ibid., 6."), ("ii", "Ibid., 7.")]


def test_numbers_start_where_the_document_says() -> None:
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>'
    assert notes_of(word_file(paragraph("A", call(1)) + section, note(1, "Roe, Ice, 5."))) == [("c", "Roe, Ice, 5.")]


def test_a_mark_set_by_hand_is_the_label() -> None:
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    content = word_file(
        paragraph("A", mark) + paragraph("B", call(2)), note(1, "* I thank the clerks.") + note(2, "Roe, Ice, 5.")
    )
    assert notes_of(content) == [("*", "I thank the clerks."), ("1", "Roe, Ice, 5.")]


def test_deleted_words_and_field_codes_are_not_read() -> None:
    words = (
        'Roe, </w:t></w:r><w:del><w:r><w:delText>Snow</w:delText></w:r></w:del><w:r><w:instrText>ADDIN ZOTERO "Roe"</w:instrText>'
        "</w:r><w:r><w:t>Ice,</w:t><w:tab/><w:t>5</w:t><w:noBreakHyphen/><w:t>6."
    )
    assert notes_of(word_file(paragraph("A", call(1)), note(1, words))) == [("1", "Roe, Ice, 5-6.")]


def test_an_empty_footnote_is_kept() -> None:
    content = word_file(paragraph("A", call(1) + call(2)), note(1, "") + note(2, "Roe, Ice, 5."))
    assert notes_of(content) == [("1", ""), ("2", "Roe, Ice, 5.")]


def test_typed_notes_are_found_where_the_file_has_no_real_ones() -> None:
    body = "".join(paragraph(text) for text in ("The Ice", "Notes", "1. Roe, Ice, 5.", "2. Ibid., 6."))
    assert notes_of(word_file(body)) == [("1", "Roe, Ice, 5."), ("2", "Ibid., 6.")]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 word/document.xml broken", word_file(paragraph("A"))[:200], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old"],
)
def test_a_damaged_or_old_file_is_told_plainly(content: bytes) -> None:
    with pytest.raises(UserError, match="Word"):
        read_bytes("article.docx", content)


def test_an_opendocument_text_gives_its_notes() -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    xml = (
        f"<office:document-content {names}><office:body><office:text><text:h>The Ice</text:h><text:p>It came.<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Roe, <text:span>Ice</text:span>, 5.</text:p></text:note-body>"
        "</text:note> It went.<text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>Ibid.<text:tab/>6.</text:p>"
        "</text:note-body></text:note></text:p></office:text></office:body></office:document-content>"
    )
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
    page = read_bytes("article.odt", store.getvalue())
    assert page.text == "The Ice\n\nIt came. It went."
    assert [(one.label, one.text) for one in read_article(page).notes] == [("1", "Roe, Ice, 5."), ("2", "Ibid. 6.")]
