"""Scenes of an evening out: the book fair and the poets."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, bust, person, seated
from drawings.shapes import circle, ellipse, fade, line, path, place, poly, rect, svg


def book_fair(seed: int) -> str:
    """Lit bookstalls under striped awnings on a winter evening, readers browsing."""
    air = kit.sky(p.Light(p.mix(p.NAVY, p.NIGHT, 0.45), p.mix(p.PLUM, p.DUSK, 0.55), p.GLOW, p.NIGHT), 700)
    trees = "".join(
        kit.tree(x, 640, s, p.mix(p.FOREST, p.NIGHT, 0.4))
        for x, s in ((60, 480), (420, 400), (800, 460), (1180, 400), (1540, 480))
    )
    ground = fade(0, 698, 1600, 502, p.mix(p.BRICK, p.SAND, 0.35), p.darker(p.BRICK, 0.45))
    stalls = "".join(
        _stall(seed + i, x, c) for i, (x, c) in enumerate(((-190, p.TEAL), (290, p.RED), (790, p.NAVY), (1290, p.PLUM)))
    )
    lamps = kit.lamp_row(110, p.GLOW, count=15, sag=46, r=11) + kit.lamp_row(60, p.GLOW, count=11, sag=120, r=11)
    girl = Look(p.GOLD, p.WHITE, "kameez", "tail", p.RED, p.SKINS[0])
    readers = (
        person(400, 1090, 430, Look(p.WHITE, p.NAVY, "kurta", "short", p.WHITE, p.SKINS[3]), "reach", back=True)
        + person(640, 1120, 440, Look(p.PLUM, p.RED, "sari", "bun", p.GOLD, p.SKINS[0]), "book", flip=True)
        + kit.open_book(640, 852, 1)
        + person(800, 1130, 270, girl, "raise", back=True)
        + person(1010, 1090, 430, Look(p.TEAL, p.INK, "trousers", "short", p.WHITE, p.SKINS[2]), "point", back=True)
        + person(1240, 1120, 430, Look(p.RED, p.WHITE, "kameez", "long", p.GOLD, p.SKINS[1]), "book")
        + kit.open_book(1240, 850, 1)
    )
    return svg(air, trees, ground, stalls, lamps, place(readers, 0, -84))


def _stall(seed: int, x: float, colour: str) -> str:
    w = 460
    inside = fade(x, 400, w, 420, p.GLOW, p.mix(p.GLOW, p.DUSK, 0.6))
    shelves = "".join(
        kit.books(seed * 5 + k, x + 22, 560 + 92 * k, w - 30, 76) + rect(x, 560 + 92 * k, w, 10, p.BRICK)
        for k in range(2)
    )
    counter = rect(x - 8, 760, w + 16, 100, p.mix(p.SAND, p.BRICK, 0.45)) + rect(x - 8, 748, w + 16, 18, p.GLOW)
    piles = "".join(
        rect(x + 30 + 78 * i, 736 - 12 * k, 58, 11, kit.CLOTHS[(i + k + seed) % 8])
        for i in range(6)
        for k in range(1 + (i * 7 + seed) % 3)
    )
    posts = rect(x - 10, 400, 18, 440, p.darker(p.BRICK, 0.4)) + rect(x + w - 8, 400, 18, 440, p.darker(p.BRICK, 0.4))
    awning = "".join(_flap(x - 30 + 65 * i, colour if i % 2 == 0 else p.WHITE) for i in range(8))
    return inside + shelves + posts + counter + piles + awning


def _flap(x: float, colour: str) -> str:
    return path(f"M{x + 6},330 L{x + 59},330 L{x + 66},440 Q{x + 33},486 {x - 1},440Z", colour) + path(
        f"M{x - 1},432 L{x + 66},432 L{x + 66},440 Q{x + 33},486 {x - 1},440Z", p.INK, o=0.16
    )


def lantern_stage(seed: int) -> str:
    """Poets sit on a low dais under hanging lanterns, a listening crowd before them."""
    rng = Random(seed)
    air = fade(0, 0, 1600, 800, p.NIGHT, p.mix(p.PLUM, p.NIGHT, 0.35)) + "".join(
        circle(rng.uniform(0, 1600), rng.uniform(0, 300), 3, p.WHITE, o=0.6) for _ in range(22)
    )
    moon = circle(1290, 180, 62, p.WHITE) + circle(1318, 164, 56, p.mix(p.NIGHT, p.PLUM, 0.08))
    court = _court()
    glow = ellipse(800, 600, 620, 330, p.GLOW, o=0.13) + ellipse(800, 620, 400, 230, p.GLOW, o=0.16)
    lanterns = "".join(
        _lantern(x, y, s)
        for x, y, s in (
            (230, 330, 0.8),
            (450, 270, 1.1),
            (700, 340, 0.9),
            (930, 250, 1.2),
            (1160, 330, 0.9),
            (1390, 290, 1),
        )
    )
    dais = (
        poly([(250, 820), (1350, 820), (1440, 900), (160, 900)], p.RED)
        + rect(160, 898, 1280, 70, p.darker(p.RED, 0.4))
        + "".join(path(f"M{x},898 q40,56 80,0Z", p.GOLD) for x in range(160, 1440, 80))
    )
    bolsters = "".join(
        rect(x, 744, 210, 66, c, r=33) + rect(x, 744, 34, 66, p.GOLD, r=17)
        for x, c in ((290, p.TEAL), (560, p.PLUM), (1080, p.TEAL))
    )
    poets = (
        seated(420, 850, 420, Look(p.WHITE, p.STONE, "kurta", "topi", p.PLUM, p.SKINS[0]))
        + seated(640, 850, 430, Look(p.PLUM, p.DEEP, "kurta", "veil", p.GOLD, p.SKINS[3]))
        + seated(1170, 850, 420, Look(p.GOLD, p.STONE, "kurta", "short", p.WHITE, p.SKINS[2], p.STONE))
        + person(900, 872, 400, Look(p.INK, p.WHITE, "kurta", "topi", p.RED, p.SKINS[1], p.SLATE), "point")
        + rect(1010, 690, 8, 182, p.STONE)
        + circle(1014, 684, 15, p.STONE)
    )
    return svg(air, moon, court, glow, lanterns, bolsters, dais, poets, _listeners(seed))


def _court() -> str:
    stone = p.mix(p.BRICK, p.PLUM, 0.5)
    wall = rect(0, 400, 1600, 440, stone) + rect(0, 384, 1600, 26, p.darker(stone, 0.25))
    merlons = "".join(path(f"M{x},386 l0,-24 q26,-36 52,0 l0,24Z", p.darker(stone, 0.15)) for x in range(0, 1600, 74))
    arches = "".join(
        path(
            f"M{x - 96},840 L{x - 96},610 Q{x - 98},520 {x - 36},494 Q{x - 8},482 {x},450 Q{x + 8},482 "
            f"{x + 36},494 Q{x + 98},520 {x + 96},610 L{x + 96},840Z",
            p.mix(p.DUSK, p.BRICK, 0.5) if i % 2 else p.NIGHT,
        )
        for i, x in enumerate((80, 320, 560, 800, 1040, 1280, 1520))
    )
    domes = "".join(
        path(
            f"M{x - 84},384 Q{x - 104},300 {x - 30},262 Q{x - 4},246 {x},214 Q{x + 4},246 {x + 30},262 "
            f"Q{x + 104},300 {x + 84},384Z",
            p.darker(stone, 0.3),
        )
        for x in (200, 1400)
    )
    return domes + merlons + wall + arches + rect(0, 820, 1600, 380, p.mix(p.NIGHT, p.PLUM, 0.2))


def _lantern(x: float, y: float, s: float) -> str:
    cord = line(x, 0, x, y - 60 * s, p.INK, 4)
    halo = circle(0, 0, 130, p.GLOW, o=0.1) + circle(0, 0, 84, p.GLOW, o=0.16)
    body = path("M-34,-48 L34,-48 L50,30 L0,66 L-50,30Z", p.GOLD) + path(
        "M-22,-36 L22,-36 L34,26 L0,50 L-34,26Z", p.mix(p.GLOW, p.WHITE, 0.5)
    )
    bars = line(0, -48, 0, 64, p.BRICK, 5) + line(-44, 0, 44, 0, p.BRICK, 5)
    cap = path("M-40,-46 Q-30,-76 0,-84 Q30,-76 40,-46Z", p.BRICK)
    return cord + place(halo + body + bars + cap, x, y, s)


def _listeners(seed: int) -> str:
    rng = Random(seed + 1)
    rows = []
    for y, w, gap in ((1090, 120, 128), (1230, 170, 186)):
        x = -20.0 + rng.uniform(0, 60)
        while x < 1640:
            dark = p.mix(rng.choice((p.TEAL, p.BRICK, p.NAVY, p.SLATE, p.RED)), p.NIGHT, 0.5)
            look = Look(
                dark,
                head=rng.choice(("short", "veil", "topi", "bun", "short")),
                accent=p.mix(rng.choice((p.STONE, p.GOLD, p.RED)), p.NIGHT, 0.25),
                skin=p.SKINS[2],
                hair=p.INK,
            )
            rows.append(bust(x, y, w, look, back=True))
            x += gap * rng.uniform(0.9, 1.15)
    return "".join(rows)
