"""Scenes with water under them: boats, ships, floods and banks."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, person
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, stroke, svg

_BOATMAN = Look(p.WHITE, p.TEAL, "lungi", "gamcha", p.RED, p.SKINS[0])
_FARMER = Look(p.GOLD, p.PLUM, "lungi", "short", p.WHITE, p.SKINS[2])
_WOMAN = Look(p.GOLD, p.RED, "sari", "bun", p.GOLD, p.SKINS[0])
_MOTHER = Look(p.TEAL, p.TEAL, "sari", "veil", p.TEAL, p.SKINS[0])
_CLERK = Look(p.WHITE, p.SLATE, "trousers", "short", p.WHITE, p.SKINS[3])


def river_boat(seed: int) -> str:
    """A country boat with a cow aboard leaves a sandbank of thatched houses."""
    air = kit.sky(p.DAWN, 480) + kit.sun(330, 300, 78, p.WHITE) + kit.clouds(seed, 190, 330, p.WHITE, count=4, o=0.6)
    bank = kit.treeline(seed, 500, 90, p.mix(p.FOREST, p.SKY, 0.45))
    water = fade(0, 484, 1600, 716, p.mix(p.WATER, p.SKY, 0.35), p.darker(p.WATER, 0.2))
    char = path("M620,560 Q980,480 1700,500 L1700,640 Q1200,650 900,610 Q700,600 620,560Z", p.SAND)
    wet = path(
        "M620,560 Q700,600 900,610 Q1200,650 1700,640 L1700,664 Q1200,676 890,632 Q690,616 620,560Z",
        p.darker(p.SAND, 0.3),
    )
    village = (
        kit.hut(1130, 560, 190)
        + kit.hut(1330, 572, 210, roof=p.darker(p.GOLD, 0.3))
        + kit.palm(1225, 560, 300, 26, p.FOREST, p.BRICK)
    )
    herd = kit.cow(900, 590, 120, p.WHITE) + kit.cow(1010, 606, 130, p.BRICK, flip=True)
    reeds = "".join(_reed(x, 1180 + (x * 7) % 40, 210) for x in range(-10, 260, 26)) + "".join(
        _reed(x, 1200, 190) for x in range(1380, 1620, 26)
    )
    return svg(
        air,
        bank,
        water,
        char,
        wet,
        village,
        herd,
        kit.ripples(seed, 660, 1160, p.lighter(p.WATER, 0.45)),
        _cattle_boat(),
        reeds,
    )


def _cattle_boat() -> str:
    shadow = ellipse(760, 930, 470, 34, p.NIGHT, o=0.3)
    cattle = kit.cow(720, 872, 250, p.darker(p.STONE, 0.06)) + kit.cow(560, 872, 230, p.BRICK, flip=True)
    keeper = person(930, 880, 270, _CLERK, "book") + rect(912, 686, 40, 28, p.RED)
    steer = person(1105, 872, 290, _BOATMAN, "pole", flip=False)
    pole = bent([(1225, 540), (1130, 1000)], p.darker(p.BRICK, 0.4), 10)
    hull = kit.country_boat(760, 880, 1000, hull=p.darker(p.BRICK, 0.5))
    return shadow + cattle + keeper + steer + hull + pole


def _reed(x: float, y: float, size: float) -> str:
    stem = stroke(f"M{x},{y} q10,{-size * 0.6:.0f} 26,{-size:.0f}", p.darker(p.FIELD, 0.35), 6)
    return stem + place(ellipse(0, 0, 9, 38, p.WHITE), x + 30, y - size, 1, turn=14)


def ferry_dusk(seed: int) -> str:
    """A three-decked launch with its lamps lit crosses the river at dusk, watched from the jetty."""
    light = p.EVENING
    air = fade(0, 0, 1600, 330, light.top, p.mix(p.DUSK, p.PLUM, 0.3)) + fade(
        0, 328, 1600, 332, p.mix(p.DUSK, p.PLUM, 0.3), light.low
    )
    streaks = "".join(
        rect(x, y, w, 12, p.GLOW, r=6, o=0.4)
        for x, y, w in ((60, 250, 420), (260, 300, 300), (1150, 210, 380), (980, 260, 220), (1300, 340, 340))
    )
    disc = kit.sun(1085, 430, 118, light.sun)
    bank = kit.treeline(seed, 664, 78, light.far)
    water = fade(0, 656, 1600, 544, p.mix(p.DUSK, p.PLUM, 0.5), p.NIGHT)
    path_of_light = kit.glints(seed, 1085, 672, 1180, 300, p.GLOW, count=26)
    waves = kit.ripples(seed, 690, 1180, p.mix(p.DUSK, p.PLUM, 0.25), count=16, o=0.5)
    dark = p.mix(p.NIGHT, p.INK, 0.4)
    skiffs = (
        ellipse(1225, 1082, 210, 16, p.INK, o=0.35)
        + person(1330, 1062, 190, Look(dark, dark, "lungi", "gamcha", dark, dark), "pole")
        + bent([(1396, 860), (1346, 1130)], dark, 7)
        + kit.country_boat(1220, 1064, 400, hull=dark, hood=p.mix(dark, p.BRICK, 0.3))
    )
    return svg(
        air,
        streaks,
        disc,
        bank,
        water,
        path_of_light,
        waves,
        _launch(seed),
        place(skiffs, 0, -42),
        place(_jetty(), 0, -104),
    )


def _launch(seed: int) -> str:
    decks = "".join(
        _deck(seed + i, left, right, y)
        for i, (left, right, y) in enumerate(((262, 1300, 800), (300, 1230, 706), (340, 1130, 612)))
    )
    roof = rect(360, 502, 720, 18, p.RED, r=6) + rect(400, 484, 60, 20, p.WHITE, r=8)
    bridge = (
        poly([(960, 504), (1096, 504), (1076, 420), (980, 420)], p.WHITE)
        + rect(984, 438, 92, 34, p.GLOW)
        + rect(966, 410, 124, 14, p.RED, r=4)
    )
    funnel = poly([(520, 504), (620, 504), (606, 372), (534, 372)], p.RED) + rect(536, 372, 68, 30, p.INK)
    shaded = poly([(576, 504), (620, 504), (606, 372), (576, 372)], p.INK, o=0.18)
    smoke = "".join(circle(570 - 46 * i, 350 - 26 * i, 22 + 9 * i, p.PLUM, o=0.34 - 0.05 * i) for i in range(5))
    mast = rect(1024, 300, 8, 112, p.INK) + circle(1028, 298, 10, p.GLOW)
    return _mirrored() + smoke + funnel + shaded + decks + roof + bridge + mast + _launch_hull()


def _launch_hull() -> str:
    hull = path(
        "M210,800 L1330,800 Q1380,798 1420,772 L1352,884 Q1338,906 1300,908 L330,908 Q270,904 210,800Z",
        p.WHITE,
    )
    low = path("M238,842 L1380,842 L1352,884 Q1338,906 1300,908 L330,908 Q270,904 238,842Z", p.PLUM, o=0.25)
    boot = path("M268,878 L1356,878 L1350,888 Q1338,906 1300,908 L330,908 Q290,906 268,878Z", p.RED)
    diamonds = "".join(
        poly([(x, 822), (x + 20, 810), (x + 40, 822), (x + 20, 834)], p.GOLD if i % 2 else p.TEAL)
        for i, x in enumerate(range(300, 1290, 66))
    )
    rings = "".join(
        circle(x, y, 17, p.RED) + circle(x, y, 8, p.WHITE) for x, y in ((420, 780), (860, 780), (620, 686), (1040, 686))
    )
    return hull + low + boot + diamonds + rings


def _mirrored() -> str:
    """Return what the water gives back of the hull and of its lamps."""
    shadow = path("M250,906 L1360,906 Q1200,980 800,990 Q420,980 250,906Z", p.NIGHT, o=0.5)
    pale = "".join(rect(340 + 40 * i, 922 + 15 * i, 900 - 90 * i, 6, p.WHITE, r=3, o=0.25) for i in range(4))
    lamps = "".join(
        rect(290 + 70 * i, 930 + (i * 5 % 4) * 19, 50, 8, p.GLOW, r=4, o=0.75 - 0.04 * (i % 4)) for i in range(16)
    )
    return shadow + pale + lamps


def _deck(seed: int, left: float, right: float, y: float) -> str:
    """Return one lit deck standing on `y`, with its passengers at the rail."""
    rng = Random(seed)
    slab = rect(left - 20, y - 94, right - left + 40, 14, p.WHITE, r=5)
    inside = fade(left, y - 82, right - left, 82, p.GLOW, p.mix(p.DUSK, p.BRICK, 0.35))
    posts = "".join(rect(x, y - 82, 10, 82, p.WHITE) for x in range(int(left), int(right), 93))
    heads = "".join(
        _passenger(rng, left + 30 + i * 44 + rng.uniform(-12, 12), y)
        for i in range(int((right - left - 40) / 44))
        if rng.random() < 0.72
    )
    rail = rect(left, y - 30, right - left, 30, p.mix(p.WHITE, p.STONE, 0.3)) + rect(
        left, y - 34, right - left, 6, p.WHITE
    )
    bulbs = "".join(circle(x + 46, y - 72, 7, p.WHITE) for x in range(int(left), int(right) - 50, 93))
    return inside + heads + posts + bulbs + rail + slab


def _passenger(rng: Random, x: float, y: float) -> str:
    coat = rng.choice((p.NIGHT, p.PLUM, p.TEAL, p.INK, p.NAVY, p.RED))
    return path(f"M{x - 14:.0f},{y} l0,-32 q2,-12 14,-12 q12,0 14,12 l0,32Z", coat) + circle(
        x, y - 52, 10, p.mix(p.BRICK, p.INK, 0.45)
    )


def _jetty() -> str:
    planks = poly([(-10, 1092), (560, 1092), (690, 1310), (-10, 1310)], p.darker(p.BRICK, 0.62))
    seams = "".join(line(x, 1092, x + 30, 1310, p.INK, 4, o=0.5) for x in range(30, 600, 62))
    posts = "".join(
        rect(x, 1010, 26, 300, p.INK) + rect(x - 4, 1006, 34, 14, p.darker(p.BRICK, 0.4)) for x in (120, 520)
    )
    rope = stroke("M132,1040 Q330,1120 534,1040", p.darker(p.SAND, 0.3), 7)
    dark = p.mix(p.NIGHT, p.PLUM, 0.25)
    family = (
        person(262, 1150, 330, Look(dark, dark, "kurta", "topi", p.STONE, p.SKINS[2]), "stand", back=True)
        + person(
            380,
            1156,
            310,
            Look(p.darker(p.RED, 0.3), p.darker(p.RED, 0.3), "sari", "veil", p.darker(p.RED, 0.2), p.SKINS[2]),
            back=True,
        )
        + person(
            462,
            1160,
            200,
            Look(p.darker(p.GOLD, 0.25), p.INK, "trousers", "short", skin=p.SKINS[2]),
            "raise",
            back=True,
        )
    )
    return planks + seams + posts + rope + family


def submarine_port(seed: int) -> str:
    """A long black submarine lies along the quay of a city between hills."""
    light = p.Light(p.mix(p.SKY, p.DEEP, 0.45), p.mix(p.HAZE, p.SKY, 0.3), p.WHITE, p.SKY)
    air = kit.sky(light, 560) + kit.clouds(seed, 140, 300, p.lighter(p.SKY, 0.4), count=5, o=0.4)
    far = kit.hills(seed + 2, 566, 250, p.mix(p.SKY, p.DEEP, 0.35), step=330) + kit.skyline(
        seed, 566, 150, p.mix(p.STONE, p.SKY, 0.45)
    )
    near = kit.hills(seed + 5, 570, 70, p.mix(p.FOREST, p.SKY, 0.3), step=190)
    water = fade(0, 562, 1600, 640, p.mix(p.DEEP, p.SKY, 0.25), p.darker(p.DEEP, 0.3))
    tug = place(_tug(), 1290, 630, 0.9)
    waves = kit.ripples(seed, 600, 900, p.lighter(p.WATER, 0.3), count=11)
    quay = fade(0, 962, 1600, 240, p.STONE, p.darker(p.STONE, 0.3)) + rect(0, 962, 1600, 22, p.darker(p.STONE, 0.45))
    stripes = "".join(
        poly([(x, 962), (x + 50, 962), (x + 36, 984), (x - 14, 984)], p.GOLD) for x in range(0, 1620, 100)
    )
    bollards = "".join(path(f"M{x - 22},1010 l8,-50 q-14,-26 14,-28 q28,2 14,28 l8,50Z", p.INK) for x in (300, 1300))
    ropes = stroke("M300,950 Q420,900 470,836", p.SAND, 7) + stroke("M1300,950 Q1220,900 1180,846", p.SAND, 7)
    crew = (
        person(600, 1120, 300, Look(p.NAVY, p.NAVY, "uniform", "officer", p.WHITE, p.SKINS[1]), "point")
        + person(770, 1130, 306, Look(p.SLATE, p.INK, "trousers", "hat", p.GOLD, p.SKINS[1]), "stand", back=True)
        + person(1010, 1120, 300, Look(p.RED, p.NAVY, "trousers", "hat", p.WHITE, p.SKINS[1]), "hold", back=True)
    )
    return svg(air, far, near, water, tug, waves, _submarine(), quay, stripes, ropes, bollards, place(crew, 0, -80))


def _submarine() -> str:
    hull = path(
        "M130,860 Q180,800 330,786 L1200,776 Q1400,780 1500,852 Q1440,892 1300,896 L280,896 Q170,894 130,860Z",
        p.darker(p.NIGHT, 0.35),
    )
    light = path(
        "M180,826 Q240,796 330,786 L1200,776 Q1400,780 1480,836 Q1380,800 1200,796 L330,806 Q240,810 180,826Z",
        p.mix(p.SLATE, p.SKY, 0.3),
    )
    sail = path("M900,784 L912,560 Q916,540 940,538 L1080,538 Q1110,542 1116,570 L1140,780Z", p.darker(p.NIGHT, 0.2))
    lit = path("M900,784 L912,560 Q916,540 940,538 L966,538 L958,784Z", p.mix(p.SLATE, p.SKY, 0.2))
    planes = poly([(800, 640), (1240, 640), (1226, 660), (814, 660)], p.darker(p.NIGHT, 0.4))
    masts = rect(990, 440, 14, 100, p.SLATE) + rect(1030, 400, 10, 140, p.SLATE) + rect(1056, 470, 18, 70, p.SLATE)
    rudder = poly([(190, 820), (206, 690), (268, 690), (290, 800)], p.darker(p.NIGHT, 0.2))
    hatches = "".join(rect(430 + 62 * i, 782, 40, 8, p.SLATE) for i in range(7))
    row = "".join(
        person(390 + 52 * i, 787, 86, Look(p.WHITE, p.NAVY, "trousers", "short", skin=p.SKINS[1]), "hold")
        for i in range(5)
    )
    foam = stroke("M120,880 q60,-26 120,0 t120,0 t120,0", p.WHITE, 7, o=0.5) + stroke(
        "M1280,894 q60,-20 120,0 t120,0", p.WHITE, 7, o=0.5
    )
    return rudder + masts + sail + lit + planes + row + hull + light + hatches + foam


def _tug() -> str:
    hull = path("M-150,0 L150,0 Q160,-14 170,-30 L140,50 L-126,50Z", p.RED)
    cabin = (
        rect(-60, -70, 120, 70, p.WHITE)
        + rect(-50, -58, 100, 24, p.NIGHT)
        + rect(-20, -130, 34, 62, p.GOLD)
        + rect(-20, -130, 34, 14, p.INK)
    )
    return cabin + hull + rect(-130, 36, 272, 16, p.INK)


def hilsa_boat(seed: int) -> str:
    """A fishing boat above, its net and the tagged silver fish below the surface."""
    air = kit.sky(p.NOON, 470) + kit.clouds(seed, 180, 300, p.WHITE, count=4, o=0.7)
    bank = kit.treeline(seed, 452, 62, p.mix(p.FOREST, p.SKY, 0.4))
    deep = fade(0, 466, 1600, 734, p.mix(p.TEAL, p.WATER, 0.55), p.darker(p.NIGHT, 0.1))
    beams = "".join(
        poly([(x, 470), (x + 90, 470), (x + 10, 1200), (x - 190, 1200)], p.WHITE, o=0.06) for x in range(160, 1700, 330)
    )
    surface = path(
        "M0,470 q50,-22 100,0" + " t100,0" * 15 + " L1600,500 q-50,-18 -100,0" + " t-100,0" * 15 + "Z",
        p.lighter(p.WATER, 0.5),
        o=0.7,
    )
    crew = (
        person(560, 462, 250, _BOATMAN, "reach", flip=True)
        + person(760, 462, 236, _FARMER, "reach", flip=True)
        + person(1080, 458, 250, Look(p.TEAL, p.NAVY, "lungi", "straw", skin=p.SKINS[2]), "pole")
    )
    oar = bent([(1170, 240), (1270, 640)], p.darker(p.BRICK, 0.4), 12) + poly(
        [(1252, 600), (1280, 594), (1320, 740), (1290, 744)], p.darker(p.BRICK, 0.4)
    )
    boat = kit.country_boat(800, 466, 960, hull=p.darker(p.BRICK, 0.35))
    return svg(air, bank, deep, beams, _net(), crew, surface, boat, oar, _shoal(seed))


def _net() -> str:
    floats = "".join(circle(120 + 62 * i, 486 + 4 * (i % 2), 15, p.RED) for i in range(7))
    mesh = "".join(
        stroke(f"M{120 + 46 * i},490 Q{150 + 40 * i},800 {250 + 26 * i},1090", p.WHITE, 3, o=0.45) for i in range(9)
    )
    cross = "".join(
        stroke(
            f"M{124 + 13 * i},{540 + 62 * i} Q{320 + 4 * i},{590 + 60 * i} {492 - 4 * i},{540 + 62 * i}",
            p.WHITE,
            3,
            o=0.4,
        )
        for i in range(9)
    )
    return mesh + cross + floats


def _shoal(seed: int) -> str:
    rng = Random(seed)
    spots = (
        (690, 640, 0.8),
        (950, 600, 0.62),
        (1230, 690, 0.7),
        (880, 770, 1.12),
        (1290, 890, 0.95),
        (640, 900, 0.9),
        (990, 1010, 1.25),
        (1400, 1070, 0.8),
        (420, 800, 0.66),
        (330, 1010, 0.7),
    )
    return "".join(place(_hilsa(rng.random() < 0.7), x, y, s, turn=rng.uniform(-9, 5)) for x, y, s in spots)


def _hilsa(tagged: bool) -> str:
    body = path("M-140,0 Q-70,-74 40,-58 Q100,-46 150,-6 Q100,48 30,58 Q-70,66 -140,0Z", p.mix(p.WHITE, p.SKY, 0.35))
    back = path("M-140,0 Q-70,-74 40,-58 Q100,-46 150,-6 Q60,-30 -20,-26 Q-90,-20 -140,0Z", p.mix(p.DEEP, p.SKY, 0.25))
    belly = path("M-110,22 Q-20,50 60,40 Q20,60 -20,59 Q-70,52 -110,22Z", p.GLOW, o=0.5)
    tail = poly([(-126, 0), (-214, -64), (-184, 0), (-214, 62)], p.mix(p.DEEP, p.SKY, 0.3))
    fins = poly([(-10, -60), (34, -96), (44, -58)], p.DEEP) + poly(
        [(20, 52), (-10, 86), (54, 50)], p.mix(p.DEEP, p.SKY, 0.4)
    )
    gill = stroke("M88,-40 Q68,0 88,36", p.DEEP, 5, o=0.6) + circle(116, -14, 9, p.NIGHT)
    scales = "".join(stroke(f"M{x},{-16 + (x % 20)} q12,12 0,24", p.SKY, 3.5, o=0.9) for x in range(-80, 70, 30))
    tag = line(0, -58, -20, -100, p.INK, 4) + rect(-46, -126, 40, 28, p.RED, r=8) if tagged else ""
    return tail + fins + body + back + belly + scales + gill + tag
