"""Scenes of weather and bank: flood, cyclone, embankment, and the port at night."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, person, seated
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, stroke, svg

_RAIN_SKY = p.Light(p.mix(p.SLATE, p.DEEP, 0.5), p.mix(p.SKY, p.STONE, 0.5), p.WHITE, p.DEEP)
_FATHER = Look(p.WHITE, p.TEAL, "lungi", "gamcha", p.RED, p.SKINS[2])
_MOTHER = Look(p.GOLD, p.RED, "sari", "veil", p.RED, p.SKINS[0])
_GIRL = Look(p.GOLD, p.PLUM, "kameez", "tail", p.WHITE, p.SKINS[0])
_BOY = Look(p.NAVY, p.INK, "shorts", "short", p.WHITE, p.SKINS[2])


def flood_village(seed: int) -> str:
    """A family on the tin roof of a house that stands in brown water; a boat comes for them."""
    air = kit.sky(_RAIN_SKY, 540) + kit.clouds(seed, 90, 330, p.SLATE, count=4, o=0.45)
    bank = kit.treeline(seed, 548, 70, p.mix(p.FOREST, p.SLATE, 0.4))
    water = fade(0, 540, 1600, 660, p.mix(p.SAND, p.WATER, 0.6), p.mix(p.DEEP, p.BRICK, 0.25))
    far = "".join(_drowned_roof(x, y, w) for x, y, w in ((230, 600, 170), (470, 580, 130), (1420, 610, 180)))
    trees = kit.palm(1285, 760, 560, 60, p.FOREST, p.darker(p.BRICK, 0.3)) + kit.tree(
        180, 760, 330, p.mix(p.FOREST, p.GRASS, 0.4)
    )
    waves = kit.ripples(seed, 590, 1170, p.mix(p.SAND, p.WHITE, 0.3), count=17, o=0.5)
    return svg(air, bank, water, far, trees, waves, _tin_house(), _rescue_boat(), _rain(seed))


def _drowned_roof(x: float, y: float, w: float) -> str:
    roof = poly(
        [(x - w / 2, y), (x + w / 2, y), (x + w * 0.36, y - w * 0.32), (x - w * 0.36, y - w * 0.32)],
        p.mix(p.BRICK, p.SLATE, 0.4),
    )
    return roof + ellipse(x, y + 6, w * 0.56, 8, p.DEEP, o=0.4)


def _tin_house() -> str:
    wall = rect(470, 640, 640, 200, p.mix(p.SAND, p.BRICK, 0.25)) + rect(860, 640, 250, 200, p.INK, o=0.16)
    slats = "".join(line(x, 640, x, 840, p.INK, 3, o=0.16) for x in range(490, 1110, 26))
    window = rect(560, 700, 110, 100, p.NIGHT) + rect(740, 690, 110, 160, p.darker(p.BRICK, 0.5))
    roof = poly([(400, 664), (1180, 664), (1060, 420), (520, 420)], p.mix(p.STONE, p.SKY, 0.35))
    ribs = "".join(line(400 + 39 * i, 664, 520 + 27 * i, 420, p.SLATE, 4, o=0.4) for i in range(21))
    shade = poly([(860, 664), (1180, 664), (1060, 420), (840, 420)], p.NIGHT, o=0.2)
    rust = poly([(480, 664), (600, 664), (640, 520), (560, 520)], p.BRICK, o=0.45)
    mirror = poly([(430, 838), (1150, 838), (1080, 980), (500, 980)], p.NIGHT, o=0.26)
    family = (
        seated(640, 470, 270, _MOTHER)
        + person(780, 440, 250, _FATHER, "raise")
        + seated(900, 470, 220, _BOY)
        + rect(960, 404, 86, 66, p.darker(p.BRICK, 0.2), r=6)
        + rect(1000, 364, 50, 44, p.GOLD, r=6)
    )
    return mirror + wall + slats + window + roof + ribs + rust + shade + family


def _rescue_boat() -> str:
    crew = person(900, 1010, 330, Look(p.RED, p.NAVY, "trousers", "hat", p.GOLD, p.SKINS[0]), "pole") + bent(
        [(1010, 640), (930, 1120)], p.darker(p.BRICK, 0.5), 11
    )
    helper = person(660, 1012, 300, Look(p.RED, p.SLATE, "trousers", "short", p.WHITE, p.SKINS[3]), "reach")
    return (
        ellipse(760, 1064, 400, 26, p.NIGHT, o=0.35)
        + crew
        + helper
        + kit.country_boat(760, 1016, 820, hull=p.darker(p.BRICK, 0.6))
    )


def _rain(seed: int) -> str:
    rng = Random(seed + 9)
    drops = ((rng.uniform(-40, 1640), rng.uniform(-20, 1160), rng.uniform(40, 90)) for _ in range(70))
    return "".join(line(x, y, x - s * 0.25, y + s, p.WHITE, 3, o=0.3) for x, y, s in drops)


def cyclone_shelter(seed: int) -> str:
    """A concrete shelter on pillars in wind and rain; families hurry up its ramp."""
    light = p.Light(p.NIGHT, p.mix(p.DEEP, p.PLUM, 0.2), p.WHITE, p.DEEP)
    air = kit.sky(light, 760) + kit.clouds(seed, 60, 300, p.SLATE, count=4, o=0.6)
    sea = rect(0, 700, 1600, 70, p.mix(p.DEEP, p.WATER, 0.5)) + kit.ripples(seed, 712, 760, p.STONE, count=10, o=0.6)
    ground = fade(0, 758, 1600, 442, p.mix(p.GRASS, p.NIGHT, 0.45), p.mix(p.FOREST, p.NIGHT, 0.6))
    path_up = path("M-20,1200 L-20,1090 Q300,1040 470,960 L640,960 Q640,1100 420,1200Z", p.mix(p.SAND, p.SLATE, 0.4))
    palms = _bent_palm(390, 900, 520) + _bent_palm(1560, 980, 600) + _bent_palm(250, 960, 400)
    puddles = "".join(
        ellipse(x, y, w, w * 0.16, p.SKY, o=0.4) for x, y, w in ((980, 1090, 150), (1240, 1010, 90), (700, 1150, 110))
    )
    return svg(air, sea, ground, palms, path_up, puddles, _shelter(), _families(), _storm(seed))


def _shelter() -> str:
    pillars = "".join(
        rect(x, 720, 46, 220, p.mix(p.STONE, p.SLATE, 0.25)) + rect(x + 26, 720, 20, 220, p.INK, o=0.22)
        for x in (610, 770, 930, 1090, 1216)
    )
    under = rect(600, 720, 670, 60, p.INK, o=0.45)
    block = rect(570, 380, 720, 350, p.WHITE) + rect(940, 380, 350, 350, p.SLATE, o=0.2)
    bands = rect(550, 710, 760, 26, p.TEAL) + rect(550, 362, 760, 30, p.TEAL) + rect(570, 540, 720, 14, p.STONE)
    windows = "".join(
        rect(x, y, 74, 88, p.GOLD) + rect(x, y, 74, 88, p.GLOW, o=0.5) + line(x + 37, y, x + 37, y + 88, p.BRICK, 5)
        for x in (720, 860, 1000, 1140)
        for y in (424, 588)
    )
    door = rect(606, 580, 84, 132, p.NIGHT)
    tank = (
        rect(1120, 280, 110, 84, p.INK, r=14)
        + rect(680, 300, 12, 66, p.SLATE)
        + poly([(692, 300), (790, 318), (692, 340)], p.RED)
    )
    ramp = poly([(300, 960), (404, 960), (690, 728), (690, 712), (570, 712)], p.STONE) + poly(
        [(404, 960), (690, 728), (690, 940), (640, 960)], p.INK, o=0.3
    )
    rail = bent([(330, 880), (580, 640)], p.WHITE, 8) + "".join(
        line(330 + 62 * i, 880 - 60 * i, 330 + 62 * i, 960 - 60 * i, p.WHITE, 6) for i in range(5)
    )
    return under + pillars + block + bands + windows + door + tank + ramp + rail


def _families() -> str:
    goods = rect(254, 716, 120, 66, p.SAND, r=16) + line(314, 716, 314, 782, p.BRICK, 6)
    return (
        person(520, 850, 190, _MOTHER, "walk", back=True)
        + person(446, 920, 220, _FATHER, "carry", back=True)
        + rect(406, 654, 80, 44, p.BRICK, r=10)
        + goods
        + person(314, 1040, 300, Look(p.TEAL, p.TEAL, "sari", "veil", p.TEAL, p.SKINS[0]), "carry", back=True)
        + person(530, 1046, 210, _BOY, "stride", back=True)
        + kit.cow(880, 1040, 280, p.STONE, flip=True)
    )


def _bent_palm(x: float, y: float, size: float) -> str:
    stem = stroke(
        f"M{x},{y} Q{x - 10},{y - size * 0.6:.0f} {x - size * 0.3:.0f},{y - size:.0f}",
        p.mix(p.BRICK, p.NIGHT, 0.5),
        size * 0.05,
    )
    tx, ty = x - size * 0.3, y - size
    fronds = "".join(
        path(
            f"M{tx:.0f},{ty:.0f} q{-size * 0.2:.0f},{dy * 0.2 - size * 0.12:.0f} "
            f"{-size * reach:.0f},{dy:.0f} q{size * 0.2:.0f},{-dy * 0.4 - 4:.0f} "
            f"{size * reach:.0f},{-dy:.0f}Z",
            p.mix(p.FOREST, p.GRASS, 0.25),
        )
        for dy, reach in (
            (-size * 0.2, 0.5),
            (-size * 0.04, 0.58),
            (size * 0.1, 0.52),
            (size * 0.24, 0.4),
            (-size * 0.3, 0.3),
        )
    )
    return stem + fronds


def _storm(seed: int) -> str:
    rng = Random(seed + 3)
    drops = ((rng.uniform(0, 1800), rng.uniform(-40, 1150), rng.uniform(60, 130)) for _ in range(80))
    return "".join(line(x, y, x - s * 0.6, y + s, p.SKY, 4, o=0.4) for x, y, s in drops)


def embankment(seed: int) -> str:
    """Labourers in a line carry earth up a slope of sandbags above an eating river."""
    air = kit.sky(p.Light(p.mix(p.SKY, p.GLOW, 0.15), p.mix(p.GLOW, p.HAZE, 0.5), p.WHITE, p.FIELD), 520)
    bank = kit.treeline(seed, 520, 60, p.mix(p.FOREST, p.HAZE, 0.45))
    river = fade(0, 512, 1600, 690, p.mix(p.WATER, p.SAND, 0.3), p.darker(p.WATER, 0.3)) + kit.ripples(
        seed, 560, 1150, p.lighter(p.WATER, 0.5), count=16
    )
    crest = path("M1640,330 L1110,420 Q960,450 900,520 L330,1210 L1640,1210Z", p.mix(p.BRICK, p.SAND, 0.4))
    grass = path("M1640,330 L1110,420 Q1000,440 940,480 Q1130,460 1640,430Z", p.FIELD)
    trees = kit.tree(1460, 380, 260, p.GRASS) + kit.hut(1270, 424, 170)
    return svg(air, bank, river, trees, crest, grass, _sandbags(seed), _carriers(), _ferryman())


def _ferryman() -> str:
    boat = kit.country_boat(400, 720, 330, hull=p.darker(p.BRICK, 0.5), hood=p.darker(p.SAND, 0.25))
    man = person(500, 716, 150, _FATHER, "pole") + bent([(556, 560), (512, 780)], p.darker(p.BRICK, 0.5), 6)
    return ellipse(405, 736, 180, 14, p.NIGHT, o=0.3) + man + boat


def _sandbags(seed: int) -> str:
    rng = Random(seed)
    parts = []
    for row in range(12):
        y = 560 + row * 58
        left = 900 - (y - 520) * 0.82
        for i in range(4):
            tone = p.mix(p.SAND, rng.choice((p.STONE, p.WHITE, p.BRICK)), rng.uniform(0.05, 0.3))
            x = left + i * 108 + (row % 2) * 40
            parts.append(
                rect(x, y, 112, 54, tone, r=24)
                + rect(x + 8, y + 38, 96, 12, p.INK, r=6, o=0.16)
                + line(x + 92, y + 12, x + 92, y + 40, p.BRICK, 4, o=0.6)
            )
    return "".join(parts)


def _carriers() -> str:
    men = (
        (1330, 700, 250, _FATHER),
        (1180, 810, 290, _MOTHER),
        (1000, 920, 330, Look(p.TEAL, p.NAVY, "lungi", "gamcha", p.GOLD, p.SKINS[0])),
        (790, 1042, 365, Look(p.WHITE, p.PLUM, "lungi", "gamcha", p.RED, p.SKINS[2])),
    )
    return "".join(person(x, y, h, look, "carry", back=True) + _basket(x, y - h * 1.05, h) for x, y, h, look in men)


def _basket(x: float, y: float, h: float) -> str:
    w = h * 0.26
    soil = path(f"M{x - w / 2:.0f},{y - w * 0.3:.0f} q{w / 2:.0f},{-w * 0.5:.0f} {w:.0f},0Z", p.darker(p.BRICK, 0.4))
    bowl = path(
        f"M{x - w * 0.6:.0f},{y - w * 0.32:.0f} l{w * 1.2:.0f},0 q{-w * 0.1:.0f},{w * 0.42:.0f} "
        f"{-w * 0.4:.0f},{w * 0.42:.0f} l{-w * 0.4:.0f},0 q{-w * 0.3:.0f},0 "
        f"{-w * 0.4:.0f},{-w * 0.42:.0f}Z",
        p.GOLD,
    )
    return soil + bowl


def container_port(seed: int) -> str:
    """A crane lifts a box from a laden ship under floodlights; the night shift stands by."""
    air = kit.sky(p.AFTER_DARK, 640) + "".join(
        circle(120 + 173 * i, 90 + (i * 67) % 160, 3, p.WHITE, o=0.6) for i in range(9)
    )
    water = fade(0, 636, 1600, 300, p.mix(p.DEEP, p.NIGHT, 0.3), p.NIGHT)
    shine = "".join(kit.glints(seed + i, x, 800, 940, 90, p.GLOW, count=8) for i, x in enumerate((180, 620, 1420)))
    quay = fade(0, 930, 1600, 270, p.mix(p.SLATE, p.STONE, 0.25), p.NIGHT) + rect(0, 930, 1600, 16, p.GOLD)
    rails = rect(0, 990, 1600, 6, p.INK, o=0.5) + rect(0, 1020, 1600, 6, p.INK, o=0.5)
    vest = Look(p.GOLD, p.NAVY, "trousers", "hat", p.WHITE, p.SKINS[0])
    shift = (
        person(360, 1130, 340, vest, "point", back=True)
        + person(540, 1120, 330, Look(p.DUSK, p.INK, "trousers", "hat", p.GOLD, p.SKINS[2]), "book")
        + rect(520, 894, 40, 30, p.WHITE)
        + person(1290, 1130, 340, Look(p.GOLD, p.INK, "trousers", "hat", p.RED, p.SKINS[3]), "raise", back=True)
    )
    return svg(air, _floodlights(), water, shine, _ship(seed), quay, rails, _crane(), place(shift, 0, -88))


def _floodlights() -> str:
    masts = "".join(rect(x, 150, 10, 490, p.SLATE) + rect(x - 40, 140, 90, 26, p.WHITE, r=6) for x in (140, 1450))
    beams = "".join(
        poly([(x - 40, 166), (x + 50, 166), (x + 380, 640), (x - 370, 640)], p.GLOW, o=0.12) for x in (140, 1450)
    )
    return beams + masts


def _ship(seed: int) -> str:
    rng = Random(seed)
    tones = (p.BRICK, p.TEAL, p.NAVY, p.SAND, p.SLATE, p.DEEP, p.RED, p.STONE)
    boxes = []
    for column in range(10):
        for row in range(2 + rng.randrange(3)):
            x, y = 330 + 86 * column, 664 - 60 * row
            tone = rng.choice(tones)
            boxes.append(
                rect(x, y, 82, 56, tone)
                + "".join(line(x + 12 * k, y + 6, x + 12 * k, y + 50, p.INK, 2, o=0.22) for k in range(1, 7))
            )
    hull = path("M90,716 L1510,716 L1430,900 Q1420,926 1380,928 L250,928 Q190,924 170,880Z", p.darker(p.RED, 0.3))
    top = path("M90,716 L1510,716 L1496,752 L108,752Z", p.INK)
    tower = (
        rect(1220, 450, 170, 270, p.WHITE) + rect(1200, 440, 210, 26, p.STONE) + rect(1310, 466, 80, 250, p.INK, o=0.18)
    )
    panes = "".join(rect(1236 + 36 * i, 480 + 60 * j, 22, 24, p.GLOW) for i in range(4) for j in range(4))
    return "".join(boxes) + tower + panes + hull + top


def _crane() -> str:
    legs = (
        "".join(rect(x, 330, 34, 640, p.RED) for x in (700, 1080))
        + rect(690, 560, 434, 28, p.RED)
        + rect(690, 950, 434, 30, p.darker(p.RED))
    )
    brace = bent([(717, 574), (1097, 345)], p.darker(p.RED), 14)
    boom = (
        rect(190, 306, 1130, 40, p.RED)
        + rect(190, 330, 1130, 16, p.INK, o=0.22)
        + bent([(190, 316), (900, 170), (1320, 316)], p.darker(p.RED), 10)
    )
    head = poly([(880, 310), (900, 150), (930, 150), (950, 310)], p.RED) + rect(600, 346, 70, 46, p.WHITE)
    box = line(470, 346, 470, 452, p.STONE, 5) + line(560, 346, 560, 452, p.STONE, 5) + rect(430, 450, 170, 84, p.GOLD)
    ribs = "".join(line(446 + 20 * i, 458, 446 + 20 * i, 526, p.BRICK, 3, o=0.5) for i in range(8))
    lamps = "".join(circle(x, 356, 9, p.WHITE) + circle(x, 356, 24, p.GLOW, o=0.3) for x in (230, 380, 860, 1000, 1200))
    return brace + legs + boom + head + box + ribs + lamps
