"""Scenes of work indoors: sewing, dyeing, tailoring and printing."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, bust, person
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, ring, stroke, svg


def garment_line(seed: int) -> str:
    """Rows of women at sewing machines under converging tube lamps."""
    wall = fade(0, 0, 1600, 470, p.darker(p.STONE, 0.2), p.HAZE)
    windows = "".join(
        rect(x, 250, 96, 120, p.lighter(p.SKY, 0.4)) + rect(x, 306, 96, 6, p.SLATE, o=0.5) for x in range(40, 1600, 158)
    )
    tubes = "".join(
        poly(
            [
                (800 + k * 60 - 8, 240),
                (800 + k * 60 + 8, 240),
                (800 + k * 330 + 40, 0),
                (800 + k * 330 - 40, 0),
            ],
            p.WHITE,
        )
        for k in (-4, -2.4, -0.8, 0.8, 2.4, 4)
    )
    floor = fade(0, 440, 1600, 760, p.mix(p.STONE, p.DEEP, 0.25), p.darker(p.DEEP, 0.1))
    rng = Random(seed)
    rows = "".join(
        _sewing_row(rng, y, size, count)
        for y, size, count in ((520, 0.36, 9), (640, 0.52, 7), (830, 0.8, 5), (1130, 1.25, 3))
    )
    return svg(wall, windows, tubes, floor, rows)


def _sewing_row(rng: Random, y: float, size: float, count: int) -> str:
    gap = 400 * size
    start = 800 - gap * (count - 1) / 2
    parts = []
    for i in range(count):
        x = start + gap * i
        cloth = rng.choice((p.RED, p.TEAL, p.GOLD, p.NAVY, p.PLUM))
        scarf = rng.choice([c for c in (p.RED, p.TEAL, p.GOLD, p.PLUM, p.DUSK, p.WHITE) if c != cloth])
        look = Look(
            p.mix(scarf, p.INK, 0.25),
            head=rng.choice(("veil", "veil", "tail")),
            accent=scarf,
            skin=rng.choice(p.SKINS),
        )
        parts.append(bust(x - 40 * size, y - 116 * size, 190 * size, look))
    table = rect(-20, y - 120 * size, 1640, 26 * size, p.GLOW) + rect(
        -20, y - 96 * size, 1640, 120 * size, p.darker(p.SAND, 0.4)
    )
    machines = "".join(place(_machine(rng), start + gap * i + 70 * size, y - 118 * size, size) for i in range(count))
    return "".join(parts) + table + machines


def _machine(rng: Random) -> str:
    cloth = rng.choice((p.RED, p.NAVY, p.TEAL, p.WHITE, p.SKY))
    arm = path("M-96,-2 L-96,-118 Q-96,-150 -60,-150 L70,-150 L70,-112 L-48,-112 L-48,-2Z", p.WHITE)
    foot = rect(36, -112, 34, 60, p.WHITE) + rect(50, -56, 6, 50, p.SLATE) + rect(-110, -12, 210, 16, p.SLATE)
    hand_wheel = circle(-108, -130, 28, p.SLATE) + circle(-108, -130, 10, p.STONE)
    spool = rect(-40, -190, 26, 40, cloth) + rect(-44, -194, 34, 6, p.SLATE)
    drape = path("M10,-10 Q60,-34 120,-8 L150,70 Q90,100 40,60Z", cloth) + path(
        "M80,-16 Q100,-20 120,-8 L150,70 Q120,86 96,84Z", p.INK, o=0.16
    )
    return hand_wheel + spool + arm + foot + drape


def dye_vats(seed: int) -> str:
    """Yarn in five colours hangs above round vats; dyers stir with long poles."""
    wall = fade(0, 0, 1600, 640, p.mix(p.SAND, p.BRICK, 0.25), p.mix(p.SAND, p.WHITE, 0.3))
    door = (
        rect(640, 170, 320, 480, p.lighter(p.SKY, 0.35))
        + rect(640, 500, 320, 150, p.FIELD)
        + kit.palm(860, 540, 240, 30, p.FOREST)
        + path("M640,560 Q800,520 960,560 L960,650 L640,650Z", p.WATER)
    )
    frame = (
        rect(620, 150, 20, 500, p.darker(p.BRICK, 0.4))
        + rect(960, 150, 20, 500, p.darker(p.BRICK, 0.4))
        + rect(620, 150, 360, 20, p.darker(p.BRICK, 0.4))
    )
    floor = fade(0, 640, 1600, 560, p.darker(p.STONE, 0.2), p.darker(p.BRICK, 0.35))
    spill = "".join(
        ellipse(x, y, 170, 24, c, o=0.3) for x, y, c in ((330, 1150, p.NAVY), (900, 1120, p.RED), (1330, 1160, p.GOLD))
    )
    poles = rect(0, 166, 620, 18, p.darker(p.GOLD, 0.3)) + rect(980, 166, 620, 18, p.darker(p.GOLD, 0.3))
    back = _vat(560, 740, 150, p.PLUM) + _vat(1050, 740, 150, p.TEAL)
    man = Look(p.WHITE, p.TEAL, "lungi", "gamcha", p.RED, p.SKINS[2])
    woman = Look(p.GOLD, p.PLUM, "sari", "bun", p.GOLD, p.SKINS[0])
    dyers = person(800, 930, 420, man, "reach") + bent([(930, 640), (1010, 760)], p.darker(p.SAND, 0.4), 12)
    front = _vat(360, 980, 230, p.NAVY) + _vat(830, 1010, 230, p.RED) + _vat(1290, 980, 230, p.GOLD)
    stirrer = person(
        590, 1120, 460, Look(p.STONE, p.NAVY, "lungi", "short", skin=p.SKINS[0]), "reach", flip=True
    ) + bent([(560, 760), (380, 960)], p.darker(p.SAND, 0.4), 14)
    helper = person(1080, 1112, 440, woman, "reach") + _hank(1245, 850, 60, 170, p.GOLD)
    return svg(
        wall, door, frame, floor, _yarn(seed), poles, back, dyers, spill, place(front + stirrer + helper, 0, -64)
    )


def _yarn(seed: int) -> str:
    rng = Random(seed)
    tones = (p.NAVY, p.RED, p.GOLD, p.TEAL, p.PLUM, p.DUSK)
    return "".join(
        _hank(x, 176, 66, rng.uniform(320, 420), tones[i % 6])
        for i, x in enumerate((*range(40, 600, 84), *range(1020, 1600, 84)))
    )


def _hank(x: float, y: float, w: float, h: float, colour: str) -> str:
    body = rect(x - w / 2, y, w, h, colour, r=w * 0.45) + rect(
        x + w * 0.1, y + 4, w * 0.4, h - 8, p.INK, r=w * 0.2, o=0.16
    )
    threads = "".join(
        line(x + d * w, y + 14, x + d * w, y + h - 18, p.WHITE, 2, o=0.25) for d in (-0.3, -0.15, 0, 0.15, 0.3)
    )
    return body + threads


def _vat(x: float, y: float, r: float, colour: str) -> str:
    side = path(
        f"M{x - r},{y} L{x - r * 0.9:.0f},{y + r * 0.62:.0f} Q{x},{y + r * 0.92:.0f} "
        f"{x + r * 0.9:.0f},{y + r * 0.62:.0f} L{x + r},{y}Z",
        p.SLATE,
    )
    shade = path(
        f"M{x + r * 0.2:.0f},{y} L{x + r * 0.2:.0f},{y + r * 0.8:.0f} "
        f"Q{x + r * 0.6:.0f},{y + r * 0.77:.0f} {x + r * 0.9:.0f},{y + r * 0.62:.0f} L{x + r},{y}Z",
        p.INK,
        o=0.25,
    )
    lip = ellipse(x, y, r, r * 0.3, p.STONE) + ellipse(x, y + r * 0.02, r * 0.9, r * 0.25, p.darker(colour, 0.15))
    swirl = stroke(
        f"M{x - r * 0.5:.0f},{y} q{r * 0.4:.0f},{-r * 0.14:.0f} {r * 0.8:.0f},0 "
        f"q{-r * 0.2:.0f},{r * 0.12:.0f} {-r * 0.5:.0f},{r * 0.06:.0f}",
        p.lighter(colour, 0.4),
        r * 0.035,
        o=0.8,
    )
    return side + shade + lip + swirl


def tailor_shop(seed: int) -> str:
    """Two tailors under a bulb with a rail of team shirts behind them."""
    wall = fade(0, 0, 1600, 1010, p.darker(p.TEAL, 0.35), p.mix(p.TEAL, p.SAND, 0.35))
    shelf = "".join(_shelf(seed + i, y) for i, y in enumerate((110, 232)))
    rail = rect(120, 356, 1360, 12, p.SLATE)
    tones = (p.RED, p.GRASS, p.RED, p.WHITE, p.GRASS, p.RED, p.WHITE)
    shirts = "".join(_shirt(270 + 178 * i, 366, 178, c) for i, c in enumerate(tones))
    glow = ellipse(800, 420, 620, 420, p.GLOW, o=0.14) + ellipse(800, 380, 360, 260, p.GLOW, o=0.16)
    bulb = (
        line(800, 0, 800, 250, p.INK, 5)
        + poly([(730, 300), (870, 300), (830, 240), (770, 240)], p.GOLD)
        + circle(800, 310, 26, p.WHITE)
    )
    floor = fade(0, 1000, 1600, 200, p.BRICK, p.darker(p.BRICK, 0.4))
    tailor = person(
        560, 1130, 660, Look(p.WHITE, p.SLATE, "kurta", "topi", p.STONE, p.SKINS[0], p.SLATE), "hold"
    ) + _tape(560)
    mate = person(1120, 1110, 600, Look(p.GOLD, p.PLUM, "kameez", "tail", p.WHITE, p.SKINS[3]), "hold")
    table = (
        poly([(170, 860), (1430, 860), (1500, 930), (100, 930)], p.GLOW)
        + rect(100, 928, 1400, 34, p.darker(p.SAND, 0.3))
        + rect(160, 960, 50, 240, p.darker(p.SAND, 0.5))
        + rect(1390, 960, 50, 240, p.darker(p.SAND, 0.5))
    )
    work = place(_machine(Random(seed)), 1150, 884, 1.5) + _flat_shirt(640, 872) + _scissors(330, 900)
    return svg(wall, shelf, rail, shirts, glow, bulb, floor, tailor, mate, table, work)


def _shelf(seed: int, y: float) -> str:
    rng = Random(seed)
    tones = (p.RED, p.GOLD, p.NAVY, p.PLUM, p.WHITE, p.DUSK, p.GRASS, p.SKY)
    board = rect(60, y + 66, 1480, 14, p.darker(p.BRICK, 0.3))
    bolts = "".join(rect(80 + 66 * i, y + rng.uniform(0, 16), 52, 66, rng.choice(tones), r=8) for i in range(22))
    ends = "".join(ellipse(106 + 66 * i, y + 40, 8, 14, p.INK, o=0.25) for i in range(22))
    return bolts + ends + board


def _shirt(x: float, y: float, w: float, colour: str) -> str:
    hook = ring(x, y + 4, 14, p.STONE, 5)
    body = path(
        f"M{x - w * 0.2:.0f},{y + 26} L{x - w * 0.56:.0f},{y + 66} L{x - w * 0.44:.0f},{y + 128} "
        f"L{x - w * 0.3:.0f},{y + 110} "
        f"L{x - w * 0.3:.0f},{y + 310} L{x + w * 0.3:.0f},{y + 310} L{x + w * 0.3:.0f},{y + 110} "
        f"L{x + w * 0.44:.0f},{y + 128} "
        f"L{x + w * 0.56:.0f},{y + 66} L{x + w * 0.2:.0f},{y + 26} Q{x},{y + 62} {x - w * 0.2:.0f},{y + 26}Z",
        colour,
    )
    trim = p.WHITE if colour != p.WHITE else p.RED
    bands = rect(x - w * 0.3, y + 170, w * 0.6, 34, trim, o=0.9) + stroke(
        f"M{x - w * 0.2:.0f},{y + 28} Q{x},{y + 64} {x + w * 0.2:.0f},{y + 28}", trim, 8
    )
    shade = rect(x + w * 0.06, y + 60, w * 0.24, 250, p.INK, o=0.14)
    return hook + body + bands + shade


def _tape(x: float) -> str:
    return bent([(x - 60, 760), (x - 44, 590), (x, 570), (x + 44, 590), (x + 58, 740)], p.GOLD, 14)


def _flat_shirt(x: float, y: float) -> str:
    cloth = poly([(x - 190, y + 40), (x - 120, y - 6), (x + 170, y - 6), (x + 240, y + 44), (x + 60, y + 52)], p.RED)
    return cloth + poly([(x + 20, y - 6), (x + 80, y - 6), (x + 110, y + 50), (x + 40, y + 52)], p.WHITE)


def _scissors(x: float, y: float) -> str:
    return (
        bent([(x, y), (x + 110, y - 30)], p.STONE, 9)
        + bent([(x, y - 24), (x + 110, y + 4)], p.STONE, 9)
        + ring(x - 18, y + 4, 18, p.INK, 9)
        + ring(x - 18, y - 30, 18, p.INK, 9)
    )


def printing_press(seed: int) -> str:
    """A sheet of newsprint runs through four great rollers; two editors check the first copies."""
    hall = fade(0, 0, 1600, 800, p.mix(p.DEEP, p.SLATE, 0.3), p.mix(p.SLATE, p.STONE, 0.55))
    lamps = "".join(
        poly([(x - 50, 70), (x + 50, 70), (x + 230, 760), (x - 230, 760)], p.GLOW, o=0.09)
        + path(f"M{x - 60},80 Q{x},10 {x + 60},80Z", p.GOLD)
        + rect(x - 3, 0, 6, 36, p.INK)
        for x in (260, 620, 980, 1340)
    )
    floor = fade(0, 790, 1600, 410, p.BRICK, p.darker(p.BRICK, 0.45)) + "".join(
        line(800 + k * 60, 792, 800 + k * 260, 1200, p.INK, 3, o=0.15) for k in range(-9, 10)
    )
    frame = (
        rect(140, 240, 1320, 60, p.NIGHT, r=10)
        + "".join(rect(x, 240, 60, 570, p.NIGHT) for x in (150, 470, 790, 1110, 1400))
        + rect(120, 780, 1360, 44, p.INK)
    )
    rolls = "".join(
        _roller(x, y, r)
        for x, y, r in (
            (330, 420, 118),
            (650, 420, 118),
            (970, 420, 118),
            (1280, 420, 118),
            (490, 640, 84),
            (810, 640, 84),
            (1130, 640, 84),
        )
    )
    web = "".join(
        place(stroke(_WEB, p.STONE if step else p.WHITE, 14), 11 * step, -6.7 * step) for step in (6, 5, 4, 3, 2, 1, 0)
    )
    return svg(hall, lamps, frame, rolls, web, floor, _conveyor(), place(_bundles(seed) + _editors(), 0, -86))


def _roller(x: float, y: float, r: float) -> str:
    """Return a cylinder seen a little from the left, its near end a spoked wheel."""
    barrel = line(x, y, x + 66, y - 40, p.darker(p.SLATE, 0.35), 2 * r) + circle(
        x + 66, y - 40, r, p.darker(p.SLATE, 0.35)
    )
    spokes = "".join(
        line(x, y, x + dx * r * 0.5, y + dy * r * 0.5, p.SLATE, 10) for dx, dy in ((1, 0), (-0.5, 0.87), (-0.5, -0.87))
    )
    rim = circle(x, y, r, p.SLATE) + ring(x, y, r * 0.84, p.STONE, r * 0.1, o=0.7)
    return barrel + rim + circle(x, y, r * 0.6, p.mix(p.STONE, p.SKY, 0.3)) + spokes + circle(x, y, r * 0.2, p.RED)


_WEB = (
    "M-20,700 L200,700 Q300,690 318,560 M330,302 Q440,270 480,380 L500,540 M490,724 Q600,740 640,540 "
    "M650,302 Q760,270 800,380 L820,540 M810,724 Q920,740 960,540 M970,302 Q1080,270 1120,380 L1140,540 "
    "M1130,724 Q1240,740 1280,540"
)
"""The way of the paper between the rollers."""


def _paper(x: float, y: float, w: float, *, turn: float = 0) -> str:
    sheet = rect(0, 0, 100, 124, p.WHITE) + rect(8, 8, 84, 12, p.INK) + rect(8, 28, 50, 40, p.DEEP)
    columns = "".join(rect(64, 28 + 9 * i, 28, 4, p.SLATE, o=0.6) for i in range(5)) + "".join(
        rect(8 + 30 * k, 76 + 9 * i, 24, 4, p.SLATE, o=0.6) for k in range(3) for i in range(5)
    )
    return place(sheet + columns, x, y, w / 100, turn=turn)


def _conveyor() -> str:
    belt = poly([(-20, 880), (1620, 820), (1620, 870), (-20, 940)], p.NIGHT)
    sheets = "".join(
        place(
            poly([(0, 0), (150, -6), (190, 22), (36, 30)], p.WHITE)
            + poly([(28, 4), (136, -1), (142, 4), (34, 9)], p.INK)
            + poly([(44, 12), (96, 9), (110, 20), (56, 23)], p.SLATE),
            20 + 200 * i,
            884 - 7.4 * i,
        )
        for i in range(8)
    )
    return belt + sheets


def _bundles(seed: int) -> str:
    rng = Random(seed)
    stacks = []
    for x, y in ((230, 1130), (1330, 1120)):
        count = rng.randint(7, 11)
        stacks += [
            rect(x - 110 + (i % 2) * 6, y - 20 * i, 230, 17, p.WHITE if i % 2 else p.STONE, r=4) for i in range(count)
        ]
        stacks.append(rect(x - 8, y - 20 * (count - 1), 18, 20 * count, p.RED))
    return "".join(stacks)


def _editors() -> str:
    first = Look(p.TEAL, p.RED, "sari", "bun", p.GOLD, p.SKINS[0], p.SLATE)
    second = Look(p.GOLD, p.NAVY, "trousers", "hat", p.WHITE, p.SKINS[2])
    return (
        person(690, 1130, 470, first, "hold")
        + _paper(620, 850, 140, turn=-4)
        + person(960, 1130, 480, second, "point", flip=True)
    )
