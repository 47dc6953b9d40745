"""Pictures of content/ that readers must not get as they are: turned ones, such as say where they were taken, wide ones."""

from collections.abc import Callable

import pytest
import pyvips

from tests.sites.newspaper import Newspaper
from tests.sites.photos import POSITION, photo
from tests.sites.plain import plain

Make = Callable[..., Newspaper]
STORY = """\
-- content/world/storm.en.md --
---
title: Storm
date: 2023-07-01
---
![A field](field.jpg)
"""


def published(paper: Newspaper, content: bytes, name: str = "field.jpg") -> pyvips.Image:
    paper.put(f"content/world/{name}", content)
    page = paper.built()["world/2023/07/storm/index.html"]
    picture = pyvips.Image.new_from_buffer((paper.output / f"media/world/{name}").read_bytes(), "")
    assert f'width="{picture.width}" height="{picture.height}"' in page
    return picture


def test_a_turned_picture_is_published_upright(newspaper: Make) -> None:
    picture = published(newspaper(plain(STORY)), photo(60, 40, orientation=6))
    assert (picture.width, picture.height) == (40, 60)
    assert picture.get_typeof("orientation") == 0 or picture.get("orientation") == 1
    assert picture(20, 5)[0] < 100 < picture(20, 55)[0]


def test_a_picture_says_nothing_of_where_it_was_taken(newspaper: Make) -> None:
    taken = photo(60, 40, **POSITION)
    assert any("GPS" in name for name in pyvips.Image.new_from_buffer(taken, "").get_fields())
    picture = published(newspaper(plain(STORY)), taken)
    assert (picture.width, picture.height) == (60, 40)
    assert not [name for name in picture.get_fields() if name.startswith("exif-")]


@pytest.mark.parametrize("ending", [".jpg", ".png", ".webp"])
def test_a_wide_picture_is_published_in_1600_pixels(newspaper: Make, ending: str) -> None:
    paper = newspaper(plain(STORY.replace("field.jpg", f"field{ending}")))
    picture = published(paper, photo(3201, 1111, ending), f"field{ending}")
    assert (picture.width, picture.height) == (1600, 556)


@pytest.mark.parametrize("content", [photo(1600, 40), photo(40, 1700, ".png"), photo(1900, 40, ".gif")])
def test_any_other_picture_keeps_its_bytes(newspaper: Make, content: bytes) -> None:
    ending = {b"\xff\xd8": ".jpg", b"\x89P": ".png", b"GI": ".gif"}[content[:2]]
    paper = newspaper(plain(STORY.replace("field.jpg", f"field{ending}")))
    published(paper, content, f"field{ending}")
    assert (paper.output / f"media/world/field{ending}").read_bytes() == content


def test_static_files_keep_their_bytes(newspaper: Make) -> None:
    paper = newspaper(plain(STORY.replace("field.jpg", "/uploads/field.jpg")))
    paper.put("static/uploads/field.jpg", taken := photo(2000, 40, **POSITION))
    page = paper.built()["world/2023/07/storm/index.html"]
    assert (paper.output / "uploads/field.jpg").read_bytes() == taken
    assert 'width="2000"' in page


def test_a_picture_is_made_once_whatever_output_it_goes_to(newspaper: Make) -> None:
    paper = newspaper(plain(STORY))
    published(paper, photo(2000, 40))
    made = list((paper.root / ".patrika/pictures").iterdir())
    assert len(made) == 1
    before = made[0].stat().st_mtime_ns
    assert paper.build(output=paper.root / "elsewhere").published
    assert (paper.root / "elsewhere/media/world/field.jpg").read_bytes() == made[0].read_bytes()
    assert made[0].stat().st_mtime_ns == before
    published(paper, photo(2000, 44))
    assert len(list((paper.root / ".patrika/pictures").iterdir())) == 1


def test_made_pictures_that_were_lost_or_altered_are_mended(newspaper: Make) -> None:
    paper = newspaper(plain(STORY))
    published(paper, photo(2000, 40))
    file, made = paper.output / "media/world/field.jpg", next((paper.root / ".patrika/pictures").iterdir())
    good = file.read_bytes()
    made.unlink()
    file.write_bytes(b"x")
    paper.built()
    assert file.read_bytes() == good
    assert paper.build().written == ()


def test_a_picture_that_breaks_off_is_an_error(newspaper: Make) -> None:
    """Half of it would be grey. What is published as it is, is not looked at so closely."""
    paper = newspaper(plain(STORY))
    whole = bytes(pyvips.Image.gaussnoise(2000, 400, mean=128, sigma=60).cast("uchar").write_to_buffer(".jpg"))
    paper.put("content/world/field.jpg", whole[: len(whole) // 2])
    (fault,) = paper.faults()
    assert (fault.code, fault.place.path) == ("E306", "content/world/field.jpg")
    published(paper, whole)
