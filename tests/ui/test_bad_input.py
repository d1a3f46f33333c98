"""Bad input dropped on the window: one plain sentence, no defect, an untouched library."""

import os
import stat

import pytest

from app.finding import find_ids
from ui.reading_in import read_files, read_text

FILES = {
    "empty.txt": b"",
    "empty.bib": b"",
    "empty.html": b"",
    "binary.txt": bytes(range(256)) * 40,
    "binary.bib": b"\x00\x01\x02\xff\xfe" * 400,
    "binary.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "prose.txt": b"A page of prose.\n\nIt has no notes at all, and nothing is cited.\n" * 5,
    "prose.html": b"<html><body><p>A page of prose without any notes.</p></body></html>",
    "broken.pdf": b"%PDF-1.7\nnothing of a PDF follows",
    "broken.docx": b"PK\x03\x04 no zip",
    "words.bib": b"This is no BibTeX but a letter to the editor.\n",
}


@pytest.fixture
def told(filled):
    sentences = []
    filled.messages.told.connect(sentences.append)
    return sentences


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(filled, settle, told, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    before = filled.window.table.ids
    read_files(filled.window.context, [path])
    settle(filled)
    assert told or filled.window.children()[-1].windowTitle().startswith("Imported")
    assert not any("defect" in sentence.lower() or "Traceback" in sentence for sentence in told)
    found = []
    filled.background.ask(lambda library, _: find_ids(library), found.append)
    settle(filled)
    assert found == [before]


@pytest.mark.parametrize("text", ["no notes here", "\x00\x01", "@book{x", "1", "Ibid." * 3])
def test_bad_text_in_the_clipboard_makes_no_defect(filled, settle, told, text):
    read_text(filled.window.context, text)
    settle(filled)
    assert not any("defect" in sentence.lower() for sentence in told)
    filled.window.context.close_windows()


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_settings_folder_that_cannot_be_written_is_told_and_the_choice_counts(filled, settle, tmp_path, monkeypatch):
    from app.settings import Look

    folder = tmp_path / "config"
    (folder / "settings.toml").unlink(missing_ok=True)
    (folder / "settings.toml").mkdir()
    filled.preferences.choose(look=Look.DARK)
    assert filled.preferences.now.look is Look.DARK
    assert "could not be written" in filled.messages.notices.text
    assert stat.S_ISDIR((folder / "settings.toml").stat().st_mode)
