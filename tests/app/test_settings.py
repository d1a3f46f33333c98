import pytest

from app.errors import UserError
from app.settings import Look, Settings, read_settings, write_settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def test_settings_come_back_as_they_were_written(path):
    settings = Settings(look=Look.DARK, cite_command="footcite", recent=("/a.ibidem", "/b.ibidem"), escape_latex=True)
    write_settings(settings, path)
    assert read_settings(path) == (settings, "")


def test_without_a_file_the_defaults_count(path):
    assert read_settings(path) == (Settings(), "")


def test_a_comment_in_the_file_stays(path):
    path.parent.mkdir()
    path.write_text('# my own words\nlook = "light"\nfuture = 3\n')
    write_settings(Settings(look=Look.DARK), path)
    text = path.read_text()
    assert "# my own words" in text
    assert "future = 3" in text
    assert 'look = "dark"' in text


def test_a_broken_file_is_put_aside_and_said(path):
    path.parent.mkdir()
    path.write_text("look = [[[")
    settings, said = read_settings(path)
    assert settings == Settings()
    assert "put aside" in said
    assert (path.parent / "settings.toml.broken").read_text() == "look = [[["
    assert not path.exists()


def test_bytes_that_are_no_text_are_a_broken_file(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00look")
    assert "put aside" in read_settings(path)[1]


def test_a_value_of_the_wrong_kind_is_left_out_and_the_others_count(path):
    path.parent.mkdir()
    path.write_text('look = "purple"\nescape_latex = "yes"\ncite_command = "cite"\nrecent = ["a", 3]\n')
    settings, said = read_settings(path)
    assert settings == Settings(cite_command="cite", recent=("a",))
    assert "look, escape_latex" in said


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(UserError):
        write_settings(Settings(), tmp_path / "config" / "settings.toml")


def test_the_library_opened_last_stands_first_and_once():
    settings = Settings(recent=("a", "b", "c")).with_recent("b")
    assert settings.recent == ("b", "a", "c")
    assert len(Settings(recent=tuple("abcdefgh")).with_recent("z").recent) == 8
