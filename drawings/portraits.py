"""Portraits of the writers, 400 by 400, without eyes or mouth: six types told apart at 56 px."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from drawings import palette as p
from drawings.shapes import bent, circle, ellipse, line, path, poly, rect, ring, svg

SIZE = 400


class Sitter(NamedTuple):
    """One writer as drawn."""

    ground: str
    """Colour behind the head."""
    coat: str
    """Colour of the clothes."""
    skin: str
    """Complexion."""
    hair: str
    """Colour of the hair, or of the veil."""
    crown: str
    """What is on the head: one of the keys of `_CROWNS`."""
    dress: str = "shirt"
    """What is worn: one of the keys of `_DRESSES`."""
    beard: bool = False
    """With a full beard in the colour of the hair."""
    glasses: bool = False
    """With round glasses."""
    accent: str = p.WHITE
    """Colour of cap, tie, border or headband."""


_GREY = p.mix(p.STONE, p.WHITE, 0.35)

SITTERS: Mapping[str, Sitter] = MappingProxyType(
    {
        "tahmina-anwar": Sitter(
            p.mix(p.SKY, p.WHITE, 0.15), p.PLUM, p.SKINS[3], p.INK, "long", "kameez", accent=p.GOLD
        ),
        "mahbub-karim": Sitter(p.DEEP, p.SLATE, p.SKINS[1], _GREY, "parted", "suit", glasses=True, accent=p.RED),
        "rehana-sultana": Sitter(
            p.mix(p.PLUM, p.NIGHT, 0.3), p.TEAL, p.SKINS[1], _GREY, "bun", "sari", glasses=True, accent=p.GOLD
        ),
        "kamal-uddin": Sitter(
            p.mix(p.TEAL, p.NIGHT, 0.1),
            p.mix(p.SAND, p.WHITE, 0.3),
            p.SKINS[0],
            p.INK,
            "topi",
            "kurta",
            beard=True,
        ),
        "nusrat-mitu": Sitter(
            p.mix(p.GLOW, p.SAND, 0.3),
            p.BRICK,
            p.SKINS[1],
            p.INK,
            "bob",
            "kameez",
            glasses=True,
            accent=p.TEAL,
        ),
        "rafiq-sarkar": Sitter(p.mix(p.FIELD, p.WHITE, 0.25), p.NAVY, p.SKINS[0], p.INK, "short", "shirt"),
        "shirin-chakma": Sitter(
            p.mix(p.GRASS, p.WHITE, 0.35),
            p.RED,
            p.lighter(p.SKINS[1], 0.15),
            p.INK,
            "bun",
            "kameez",
            accent=p.INK,
        ),
        "imran-qureshi": Sitter(
            p.mix(p.DUSK, p.WHITE, 0.15),
            p.mix(p.FOREST, p.INK, 0.2),
            p.SKINS[3],
            p.INK,
            "karakul",
            "kurta",
            beard=True,
            accent=p.SLATE,
        ),
        "anika-das": Sitter(p.mix(p.STONE, p.WHITE, 0.2), p.GRASS, p.SKINS[0], p.INK, "tail", "track", accent=p.RED),
        "tanvir-hossain": Sitter(
            p.mix(p.SAND, p.WHITE, 0.2),
            p.INK,
            p.SKINS[3],
            p.INK,
            "parted",
            "suit",
            beard=True,
            glasses=True,
            accent=p.TEAL,
        ),
        "sabina-parvin": Sitter(
            p.mix(p.STONE, p.DUSK, 0.25), p.mix(p.TEAL, p.INK, 0.3), p.SKINS[1], p.TEAL, "veil", "veiled"
        ),
    }
)
"""The writers by id."""


def portrait(sitter: Sitter) -> str:
    """Return the SVG of one writer; crown to chin lies inside the inscribed circle."""
    ground = rect(0, 0, SIZE, SIZE, sitter.ground) + circle(200, 200, 168, p.WHITE, o=0.1)
    behind = _behind(sitter)
    neck = path("M166,240 L166,300 Q200,330 234,300 L234,240Z", p.darker(sitter.skin, 0.2))
    ears = ellipse(128, 192, 12, 19, sitter.skin) + ellipse(272, 192, 12, 19, p.darker(sitter.skin, 0.12))
    face = ellipse(200, 186, 72, 88, sitter.skin)
    side = path("M226,104 Q272,124 272,186 Q270,250 214,273 Q252,230 246,180 Q244,130 226,104Z", p.INK, o=0.12)
    beard = _beard(sitter) if sitter.beard else ""
    glasses = _glasses() if sitter.glasses else ""
    parts = (
        behind,
        _DRESSES[sitter.dress](sitter),
        neck,
        _collar(sitter),
        ears,
        face,
        side,
        beard,
        _CROWNS[sitter.crown](sitter),
        glasses,
    )
    return svg(ground, *parts, width=SIZE, height=SIZE)


def _behind(s: Sitter) -> str:
    if s.crown == "long":
        return path("M112,190 Q104,78 200,76 Q296,78 288,190 L304,350 Q200,380 96,350Z", s.hair)
    if s.crown == "bob":
        return path("M108,190 Q102,78 200,76 Q298,78 292,190 L298,268 Q200,300 102,268Z", s.hair)
    if s.crown == "bun":
        return circle(200, 84, 40, s.hair)
    if s.crown == "tail":
        return path("M262,110 Q340,120 322,250 Q318,300 292,330 Q300,230 262,190Z", s.hair) + circle(
            278, 118, 17, s.accent
        )
    return ""


def _shoulders(colour: str) -> str:
    body = path("M20,410 Q28,318 120,298 L170,284 L230,284 L280,298 Q372,318 380,410Z", colour)
    return body + path("M214,410 L222,284 L230,284 L280,298 Q372,318 380,410Z", p.INK, o=0.13)


def _shirt(s: Sitter) -> str:
    return _shoulders(s.coat)


def _suit(s: Sitter) -> str:
    front = poly([(158, 286), (242, 286), (200, 410)], p.WHITE)
    tie = poly([(186, 316), (214, 316), (220, 410), (180, 410)], s.accent) + poly(
        [(182, 306), (218, 306), (210, 326), (190, 326)], p.darker(s.accent, 0.2)
    )
    lapels = poly([(158, 284), (120, 300), (150, 350), (140, 366), (192, 410)], p.lighter(s.coat, 0.1)) + poly(
        [(242, 284), (280, 300), (250, 350), (260, 366), (208, 410)], p.darker(s.coat, 0.25)
    )
    return _shoulders(s.coat) + front + tie + lapels


def _kurta(s: Sitter) -> str:
    return (
        _shoulders(s.coat)
        + line(200, 310, 200, 410, p.darker(s.coat, 0.35), 5)
        + "".join(circle(200, y, 5, p.darker(s.coat, 0.5)) for y in (340, 372))
    )


def _kameez(s: Sitter) -> str:
    scarf = path("M118,300 Q150,360 200,366 Q250,360 282,300 L312,312 Q262,410 200,406 Q138,410 88,312Z", s.accent)
    return _shoulders(s.coat) + scarf


def _sari(s: Sitter) -> str:
    drape = path("M236,288 L300,304 Q372,324 380,410 L90,410 Q190,380 236,288Z", p.darker(s.coat, 0.25))
    return _shoulders(s.coat) + drape + bent([(236, 290), (206, 346), (150, 384), (92, 408)], s.accent, 12)


def _track(s: Sitter) -> str:
    stripes = bent([(92, 312), (60, 410)], p.WHITE, 12) + bent([(308, 312), (340, 410)], p.WHITE, 12)
    zip_line = line(200, 310, 200, 410, p.WHITE, 6)
    return _shoulders(s.coat) + stripes + zip_line


def _veiled(s: Sitter) -> str:
    return _shoulders(s.coat)


def _collar(s: Sitter) -> str:
    if s.dress == "shirt":
        return poly([(164, 284), (200, 330), (176, 350), (146, 296)], p.lighter(s.coat, 0.25)) + poly(
            [(236, 284), (200, 330), (224, 350), (254, 296)], p.lighter(s.coat, 0.12)
        )
    if s.dress == "kurta":
        return bent([(164, 292), (182, 312), (200, 318), (218, 312), (236, 292)], p.darker(s.coat, 0.25), 12)
    if s.dress == "track":
        return bent([(160, 288), (180, 318), (200, 324), (220, 318), (240, 288)], p.WHITE, 14)
    return ""


def _beard(s: Sitter) -> str:
    return path(
        "M126,176 Q124,296 200,300 Q276,296 274,176 L262,188 Q264,222 244,236 Q226,216 200,222 "
        "Q174,216 156,236 Q136,222 138,188Z",
        s.hair,
    )


def _glasses() -> str:
    lens = ring(168, 192, 25, p.INK, 6) + ring(232, 192, 25, p.INK, 6)
    return (
        lens
        + bent([(193, 188), (200, 185), (207, 188)], p.INK, 6)
        + line(143, 190, 128, 184, p.INK, 6)
        + line(257, 190, 272, 184, p.INK, 6)
    )


def _short(s: Sitter) -> str:
    return path(
        "M124,186 Q112,86 200,82 Q288,86 276,186 L262,170 Q262,140 244,128 Q196,138 152,128 Q138,140 138,170Z",
        s.hair,
    )


def _parted(s: Sitter) -> str:
    return path(
        "M124,190 Q108,96 176,84 Q288,70 276,190 L262,172 Q264,150 254,136 Q200,136 158,114 Q138,140 138,172Z",
        s.hair,
    )


def _long(s: Sitter) -> str:
    return path("M118,214 Q108,86 200,82 Q292,86 282,214 Q276,148 200,108 Q124,148 118,214Z", s.hair)


def _bob(s: Sitter) -> str:
    return path("M120,210 Q108,86 200,82 Q292,86 280,210 Q278,170 268,150 L132,150 Q122,170 120,210Z", s.hair)


def _drawn_back(s: Sitter) -> str:
    return path("M124,190 Q114,92 200,88 Q286,92 276,190 Q268,128 200,118 Q132,128 124,190Z", s.hair)


def _topi(s: Sitter) -> str:
    cap = path("M126,138 L134,84 Q200,62 266,84 L274,138 Q200,116 126,138Z", s.accent)
    band = path("M126,138 Q200,116 274,138 L272,122 Q200,100 128,122Z", p.STONE)
    return (
        path(
            "M124,190 Q122,140 134,124 L266,124 Q278,140 276,190 L262,172 L260,134 L140,134 L138,172Z",
            s.hair,
        )
        + cap
        + band
    )


def _karakul(s: Sitter) -> str:
    cap = path("M122,140 L140,72 Q196,86 262,62 L280,136 Q200,112 122,140Z", s.accent)
    fold = path("M140,72 Q196,86 262,62 L240,96 Q190,108 150,100Z", p.darker(s.accent, 0.4))
    return (
        path(
            "M124,190 Q122,150 130,132 L270,132 Q278,150 276,190 L262,172 L260,138 L140,138 L138,172Z",
            s.hair,
        )
        + cap
        + fold
    )


def _veil(s: Sitter) -> str:
    outer = "M200,62 Q306,66 306,190 Q308,290 340,372 Q270,410 200,410 Q130,410 60,372 Q92,290 94,190 Q94,66 200,62Z"
    hole = "M200,104 Q138,108 136,190 Q140,268 200,274 Q260,268 264,190 Q262,108 200,104Z"
    hood = f'<path d="{outer} {hole}" fill-rule="evenodd" fill="{s.hair}"/>'
    fold = path(
        "M240,70 Q306,90 306,190 Q308,290 340,372 Q300,394 250,404 Q290,330 276,240 Q282,150 240,70Z",
        p.INK,
        o=0.18,
    )
    under = ring(200, 188, 66, p.darker(s.hair, 0.3), 0.1)
    return hood + fold + under + bent([(108, 330), (180, 300), (250, 290)], p.darker(s.hair, 0.25), 6)


_DRESSES = MappingProxyType(
    {
        "shirt": _shirt,
        "suit": _suit,
        "kurta": _kurta,
        "kameez": _kameez,
        "sari": _sari,
        "track": _track,
        "veiled": _veiled,
    }
)

_CROWNS = MappingProxyType(
    {
        "short": _short,
        "parted": _parted,
        "long": _long,
        "bob": _bob,
        "bun": _drawn_back,
        "tail": _drawn_back,
        "topi": _topi,
        "karakul": _karakul,
        "veil": _veil,
    }
)
