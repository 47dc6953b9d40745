"""Files of data/, which templates read by name: results, prices, the members of a parliament."""

from collections.abc import Callable

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
STORIES = files(*numbered(2), story("x", language="bn"))
FRONT = "{% for row in chrome.data.results %}{{ row.seat }} {{ row.votes }};{% endfor %}\n"


def paper(newspaper: Make, front: str, *data: tuple[str, str]) -> Newspaper:
    text = plain(STORIES) + f"-- themes/plain/templates/front.html --\n{front}\n"
    return newspaper(text + "".join(f"-- data/{name} --\n{content}\n" for name, content in data))


SAME = {
    "results.csv": "seat,votes\nDhaka,12\nKhulna,7",
    "results.yaml": "- {seat: Dhaka, votes: 12}\n- {seat: Khulna, votes: 7}",
    "results.json": '[{"seat": "Dhaka", "votes": 12}, {"seat": "Khulna", "votes": 7}]',
}


@pytest.mark.parametrize("name", SAME)
def test_templates_read_data_by_name_whatever_it_is_written_in(newspaper: Make, name: str) -> None:
    assert paper(newspaper, FRONT, (name, SAME[name])).built()["index.html"] == "Dhaka 12;Khulna 7;"


def test_dates_of_toml_and_yaml_are_texts(newspaper: Make) -> None:
    front = "{{ chrome.data.poll.day }} {{ chrome.data.vote.day }}"
    files = (("poll.toml", "day = 2026-02-12"), ("vote.yml", "day: 2026-02-13"))
    assert paper(newspaper, front, *files).built()["index.html"] == "2026-02-12 2026-02-13"


def test_data_of_a_language_goes_before_that_of_none(newspaper: Make) -> None:
    text = (("labels.toml", 'seat = "Seat"'), ("labels.bn.toml", 'seat = "আসন"'))
    out = paper(newspaper, "{{ chrome.data.labels.seat }}", *text).built()
    assert (out["index.html"], out["bn/index.html"]) == ("Seat", "আসন")


def test_a_change_prints_the_pages_alone_whose_templates_name_it(newspaper: Make) -> None:
    site = paper(newspaper, FRONT, ("results.csv", SAME["results.csv"]), ("other.csv", "a\n1"))
    site.built()
    site.put("data/results.csv", "seat,votes\nDhaka,13\n")
    assert site.build().written == ("bn/index.html", "index.html")
    assert site.pages()["index.html"] == "Dhaka 13;"
    site.put("data/other.csv", "a\n2\n")
    assert site.build().written == ()


FAULTS = {
    "json": ("a.json", '{"a": 1,\n  b}', "data/a.json:2:3 E210 this file is not JSON"),
    "yaml": ("a.yaml", "a: 1\nb: [", "data/a.yaml:3:1 E210 this file is not YAML"),
    "a key twice": ("a.yaml", "a: 1\na: 2", "data/a.yaml:2:1 E210 this file is not YAML: the key “a” is given twice"),
    "toml": ("a.toml", "a = 1\nb = ", "data/a.toml:2:"),
    "csv": ("a.csv", "a,b\n1", "data/a.csv:2:1 E313 this row has 1 cells"),
    "another ending": ("a.txt", "a", "data/a.txt E210 this is no file of data"),
    "a folder": ("old/a.csv", "a\n1", "data/old/a.csv E210 this file lies in a folder"),
    "no name": ("a-b.csv", "a\n1", "data/a-b.csv E210 “a-b” cannot be the name"),
    "a method of tables": ("items.csv", "a\n1", "data/items.csv E210 “items” cannot be the name"),
    "json, too deep": ("a.json", "[" * 500 + "]" * 500, "data/a.json E210 this file cannot be kept: more than 100"),
    "json, much too deep": ("a.json", "[" * 9_999, "data/a.json E210 this file cannot be kept: more than 100"),
    "json, a long number": ("a.json", "9" * 20, "data/a.json E210 this file cannot be kept: a number has too many"),
    "json, a very long number": ("a.json", "9" * 5_000, "data/a.json E210 this file cannot be kept: a number has"),
    "json, half a letter": ("a.json", r'{"\ud800": 1}', "data/a.json E210 this file cannot be kept: a text holds half"),
    "yaml, too deep": ("a.yaml", "[" * 110 + "]" * 110, "data/a.yaml E210 this file cannot be kept: more than 100"),
    "toml, a long number": ("a.toml", "a = " + "9" * 20, "data/a.toml:1:1 E201 this file is not TOML at “a = 999"),
    "toml, a very long number": ("a.toml", "a = " + "9" * 5_000, "data/a.toml:1:1 E201 this file is not TOML at “a ="),
    "toml, much too deep": ("a.toml", "a = " + "[" * 5_000, "data/a.toml:1:1 E201 this file is not TOML at “a ="),
    "csv, two columns of a name": (
        "a.csv",
        "a,b,a\n1,2,3",
        "data/a.csv:1:1 E313 two columns of this table are called “a”",
    ),
    "utf-16": ("a.csv", "a\0,\0b\0", "data/a.csv:1:2 E101 this file is not UTF-8 text: byte 0x00"),
    "no language": ("a.bm.csv", "a\n1", "data/a.bm.csv E105 unknown language “bm”"),
}


@pytest.mark.parametrize(("name", "content", "told"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_where(newspaper: Make, name: str, content: str, told: str) -> None:
    (fault,) = paper(newspaper, "x", (name, content)).faults()
    assert f"{fault.place} {fault.code} {fault.message}".startswith(told)
    assert fault.hint


def test_two_files_of_one_name_are_an_error(newspaper: Make) -> None:
    (fault,) = paper(newspaper, "x", ("a.csv", "a\n1"), ("a.json", "[]")).faults()
    assert f"{fault.place} {fault.message}" == "data/a.json the data “a” is also in data/a.csv"


def test_a_template_that_names_data_that_is_not_there_is_told(newspaper: Make) -> None:
    (fault, *_) = paper(newspaper, "{{ chrome.data.result }}").faults()
    assert fault.code == "E503"
    assert "result" in fault.message
