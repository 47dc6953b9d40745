"""Names in the order of dictionaries."""

from collections.abc import Callable

import pytest

from tests.render.voices import voice
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story


def ordered(tag: str, names: str) -> str:
    return " ".join(sorted(names.split(), key=voice(tag).order))


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("bn", "অংশু অঞ্জন আবুল উৎপল ঐশী কমল ক্ষিতি বড় বড়াল বডি রহমান হাস"),
        ("ur", "احمد اسلم آصف بشیر پرویز ٹیپو چوہدری ڈار گل ہاشم یاسر"),
        ("en", "2nd adam Adam Ádám Łukasz O'Brien Obrien Zoe"),
        ("bn", "10 আবুল রহিম Adam Zoe Рус أحمد"),
        ("ur", "10 أحمد Adam Zoe Рус রহিম"),
    ],
)
def test_names_stand_as_in_dictionaries_of_the_language(tag: str, names: str) -> None:
    """Its own script first, then others as Unicode has them."""
    assert ordered(tag, " ".join(reversed(names.split()))) == names


def test_joiners_and_forms_of_composition_change_no_order() -> None:
    """As different keyboards write them; only of names that are alike in all else code points decide."""
    names = ["রহমান", "র\u200cহমান", "রহিম"]
    assert [names[place] for place in sorted((2, 1, 0), key=lambda it: voice("bn").order(names[it]))] == names
    assert ordered("bn", "বড়াল বড\u09bc বড়") == "বড\u09bc বড় বড়াল"


def test_letters_of_other_keyboards_stand_with_those_that_they_are_taken_for() -> None:
    assert ordered("ur", "گل كمال کامران") == "کامران كمال گل"


def test_templates_sort_by_a_field_or_the_things_themselves(newspaper: Callable[..., Newspaper]) -> None:
    paper = newspaper(files(story("a", language="bn", authors="[রহিম, অংশু, আবুল]")))
    names = "{{ page.card.authors | in_order('name') | map(attribute='name') | join(' ') }}"
    paper.put("templates/article.html", names + "{{ ['খ', 'ক'] | in_order | join }}")
    assert paper.built()["bn/world/2023/07/a/index.html"] == "অংশু আবুল রহিমকখ"
    paper.put("templates/article.html", "{{ page.card.authors | in_order('nam') }}")
    (fault,) = paper.faults()
    assert (fault.code, "“nam” is no field" in fault.message) == ("E503", True)
