"""Scenes of state: arms, parades, visits and councils."""

import math
from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, bust, person
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, svg

_GENERAL = Look(p.FOREST, p.FOREST, "uniform", "officer", p.darker(p.FOREST, 0.2), p.SKINS[1])
_LEADER = Look(p.INK, p.INK, "trousers", "short", p.INK, p.SKINS[1])
_GUEST = Look(p.SLATE, p.SLATE, "uniform", "officer", p.SLATE, p.lighter(p.SKINS[1], 0.2), p.SAND)
_AIDE = Look(p.NAVY, p.INK, "suit", "short", p.RED, p.SKINS[3])
_GUARD = Look(p.darker(p.GRASS, 0.35), p.darker(p.GRASS, 0.35), "uniform", "officer", p.darker(p.RED, 0.2), p.SKINS[1])


def arms_hall(seed: int) -> str:
    """A long missile on its carrier in an exhibition hall, four visitors before it."""
    hall = fade(0, 0, 1600, 800, p.darker(p.STONE, 0.16), p.HAZE) + _trusses()
    drone = place(_drone(), 1130, 290, 1.0)
    floor = fade(0, 790, 1600, 410, p.BRICK, p.darker(p.BRICK, 0.3)) + rect(0, 782, 1600, 10, p.darker(p.BRICK, 0.5))
    carpet = poly([(620, 792), (980, 792), (1400, 1200), (200, 1200)], p.RED, o=0.55)
    visitors = (
        person(470, 1028, 440, _AIDE, "hold")
        + person(690, 1042, 470, _LEADER, "point")
        + person(960, 1042, 462, _GUEST, "stand")
        + person(1190, 1028, 430, _GENERAL, "hold")
    )
    return svg(hall, drone, floor, _boards(seed), carpet, _missile_carrier(), visitors)


def _boards(seed: int) -> str:
    """Return the joints of the hall's floor, closer together the farther they are."""
    rng = Random(seed)
    rows = [796 + 14 * k + 3.2 * k * k for k in range(10)]
    joints = ((rng.uniform(0, 1500), y) for y in rows for _ in range(4))
    return "".join(rect(x, y, 60 + (y - 780) * 0.7, 3 + (y - 780) / 160, p.INK, o=0.16) for x, y in joints)


def _trusses() -> str:
    beams = "".join(rect(x, 0, 26, 790, p.INK, o=0.06) for x in range(60, 1600, 300))
    roof = rect(0, 92, 1600, 14, p.SLATE, o=0.5) + rect(0, 30, 1600, 10, p.SLATE, o=0.5)
    web = "".join(bent([(x, 96), (x + 50, 36), (x + 100, 96)], p.SLATE, 6, o=0.45) for x in range(-20, 1600, 100))
    lamps = "".join(
        poly([(x, 112), (x + 90, 112), (x + 150, 300), (x - 60, 300)], p.WHITE, o=0.16) + rect(x, 104, 90, 12, p.WHITE)
        for x in range(110, 1600, 300)
    )
    return beams + roof + web + lamps


def _drone() -> str:
    wing = poly([(-330, -8), (330, -8), (300, 8), (40, 26), (-40, 26), (-300, 8)], p.WHITE)
    body = path("M-34,40 Q-30,-34 0,-40 Q30,-34 34,40 L12,60 L-12,60Z", p.lighter(p.STONE))
    tail = poly([(-12, 40), (-70, 84), (-58, 88), (0, 56), (58, 88), (70, 84), (12, 40)], p.STONE)
    cords = line(-150, -300, -150, -6, p.SLATE, 3) + line(150, -300, 150, -6, p.SLATE, 3)
    return cords + wing + tail + body + ellipse(0, -12, 12, 18, p.SLATE)


def _missile_carrier() -> str:
    tube = path("M270,430 L1010,430 Q1220,440 1390,528 Q1220,616 1010,626 L270,626Z", p.SLATE)
    light = path("M270,430 L1010,430 Q1220,440 1390,528 L270,528Z", p.WHITE, o=0.1)
    under = path("M270,580 L1180,592 Q1090,622 1010,626 L270,626Z", p.INK, o=0.25)
    fins = poly([(330, 430), (270, 430), (190, 340), (216, 340)], p.darker(p.SLATE)) + poly(
        [(330, 626), (270, 626), (190, 716), (216, 716)], p.darker(p.SLATE, 0.4)
    )
    bands = rect(520, 430, 26, 196, p.WHITE, o=0.85) + rect(1010, 430, 12, 196, p.RED) + rect(270, 446, 22, 164, p.INK)
    bed = rect(250, 660, 1120, 44, p.darker(p.FOREST, 0.4)) + poly(
        [(1240, 660), (1240, 590), (1350, 590), (1410, 660), (1410, 720), (1240, 720)],
        p.darker(p.FOREST, 0.25),
    )
    cradle = "".join(poly([(x, 662), (x + 70, 662), (x + 54, 612), (x + 16, 612)], p.FOREST) for x in (360, 660, 960))
    wheels = "".join(kit.wheel(x, 742, 56) for x in (310, 440, 570, 760, 890, 1080, 1210, 1340))
    shadow = ellipse(830, 800, 620, 20, p.INK, o=0.35)
    return shadow + bed + cradle + fins + tube + light + under + bands + wheels


def flag_parade(seed: int) -> str:
    """Two hosts walk a red carpet between rows of flags and guards."""
    light = p.DAWN
    air = kit.sky(light, 700) + kit.clouds(seed, 160, 420, p.WHITE, count=4, o=0.45)
    city = kit.skyline(seed, 700, 170, p.mix(light.far, p.HAZE, 0.3))
    palace = _palace(800, 702)
    square = fade(0, 698, 1600, 502, p.mix(p.STONE, p.SAND, 0.4), p.darker(p.STONE, 0.12))
    seams = "".join(line(800 + k * 18, 700, 800 + k * 260, 1200, p.SLATE, 2, o=0.2) for k in range(-7, 8))
    carpet = poly([(772, 700), (828, 700), (1120, 1200), (480, 1200)], p.RED)
    rows = "".join(_flag_pair(t) for t in (0.16, 0.24, 0.36, 0.54, 0.82))
    pair = person(690, 1040, 400, _AIDE, "point") + person(900, 1040, 404, _GUEST, "walk", flip=True)
    return svg(air, city, palace, square, seams, carpet, rows, pair)


def _palace(x: float, base: float) -> str:
    body = rect(x - 260, base - 130, 520, 130, p.mix(p.STONE, p.HAZE, 0.3))
    columns = "".join(rect(x - 240 + 44 * i, base - 112, 20, 112, p.darker(p.STONE, 0.16)) for i in range(12))
    roof = poly([(x - 290, base - 128), (x + 290, base - 128), (x + 220, base - 180), (x - 220, base - 180)], p.TEAL)
    upper = poly([(x - 120, base - 178), (x + 120, base - 178), (x + 80, base - 226), (x - 80, base - 226)], p.TEAL)
    return body + columns + roof + upper


def _flag_pair(t: float) -> str:
    """Return a flag and a guard on either side, `t` (0 to 1) of the way from the horizon to the reader."""
    y = 700 + 400 * t
    reach = 60 + 900 * t
    tall = 760 * t + 60
    parts = []
    for side, colours in ((-1, (p.RED, p.GOLD)), (1, (p.NAVY, p.WHITE))):
        x = 800 + side * reach
        parts.append(kit.flag(x, y - tall, 330 * t + 20, 200 * t + 14, colours, pole=tall + 8, stem=p.SLATE))
        parts.append(person(x - side * 140 * t, y + 10, 400 * t + 10, _GUARD, "salute", flip=side > 0))
    return "".join(parts)


def airport(seed: int) -> str:
    """An airliner with its stairs down, a small party at the foot of them."""
    air = kit.sky(p.DAWN, 720) + kit.sun(1240, 300, 70, p.WHITE) + kit.clouds(seed, 180, 380, p.WHITE, count=5, o=0.55)
    far = kit.hills(seed, 722, 130, p.mix(p.SKY, p.FIELD, 0.35)) + _terminal()
    tarmac = fade(0, 718, 1600, 482, p.darker(p.STONE, 0.22), p.darker(p.STONE, 0.42))
    marks = "".join(
        poly([(x, 1120), (x + 120, 1120), (x + 100, 1140), (x - 26, 1140)], p.GOLD) for x in range(-20, 1700, 230)
    )
    plane = place(_airliner(), 0, 0)
    hosts = (
        person(660, 1060, 330, _GUARD, "salute")
        + person(905, 1050, 330, Look(p.PLUM, p.PLUM, "kameez", "bun", p.WHITE, p.SKINS[1]), "hold")
        + _bouquet(905, 876)
        + person(1065, 1050, 340, _AIDE, "reach", flip=True)
    )
    return svg(air, far, tarmac, marks, plane, _stairs(), place(hosts, 0, -22))


def _terminal() -> str:
    hall = path("M-10,722 L-10,640 Q220,560 470,650 L470,722Z", p.mix(p.SLATE, p.SKY, 0.45))
    glass = "".join(rect(20 + 56 * i, 668, 40, 44, p.lighter(p.SKY, 0.4)) for i in range(8))
    tower = rect(398, 470, 44, 252, p.STONE) + poly([(372, 470), (468, 470), (452, 410), (388, 410)], p.DEEP)
    return tower + rect(380, 400, 80, 12, p.STONE) + hall + glass


def _airliner() -> str:
    tail = poly([(1180, 560), (1330, 310), (1430, 310), (1400, 560)], p.RED) + poly(
        [(1250, 560), (1400, 330), (1430, 310), (1400, 560)], p.INK, o=0.14
    )
    body = path(
        "M170,640 Q190,540 380,530 L1240,530 Q1400,536 1490,560 Q1420,650 1240,700 L380,716 Q200,712 170,640Z",
        p.WHITE,
    )
    belly = path("M176,664 Q210,712 380,716 L1240,700 Q1360,668 1440,606 L1260,660 L420,672Z", p.SLATE, o=0.28)
    stripe = path("M176,622 L1470,584 L1440,606 L174,650Z", p.RED, o=0.85)
    cockpit = path("M206,592 Q232,560 290,556 L288,592Z", p.NIGHT)
    windows = "".join(rect(470 + 46 * i, 572, 22, 28, p.DEEP, r=9) for i in range(16))
    wing = poly([(700, 668), (940, 660), (1190, 830), (1110, 836)], p.darker(p.STONE, 0.12))
    engine = rect(770, 722, 170, 82, p.SLATE, r=40) + ellipse(786, 763, 16, 38, p.NIGHT)
    fin = poly([(1280, 600), (1400, 590), (1520, 520), (1470, 518)], p.STONE)
    gear = "".join(line(x, 700, x, 806, p.SLATE, 12) + kit.wheel(x, 816, 30) for x in (340, 990))
    shadow = ellipse(800, 850, 640, 22, p.INK, o=0.28)
    return shadow + gear + tail + body + stripe + belly + windows + cockpit + wing + engine + fin


def _stairs() -> str:
    door = rect(396, 556, 52, 104, p.NIGHT, r=8)
    steps = "".join(rect(420 + 17 * i, 662 + 23 * i, 46, 12, p.STONE) for i in range(15))
    side = poly([(400, 662), (450, 662), (720, 1016), (660, 1016)], p.SLATE)
    rail = bent([(446, 572), (730, 940), (730, 1016)], p.WHITE, 8)
    envoy = person(552, 826, 250, Look(p.INK, p.INK, "suit", "short", p.RED, p.SKINS[1]), "walk")
    return door + side + steps + envoy + rail


def _bouquet(x: float, y: float) -> str:
    dots = ((-18, -6, p.RED), (0, -18, p.GOLD), (18, -4, p.RED), (-6, 6, p.GOLD), (10, 10, p.RED))
    stem = poly([(x - 26, y), (x + 26, y), (x, y + 50)], p.GRASS)
    return stem + "".join(circle(x + dx, y + dy, 14, c) for dx, dy, c in dots)


def council_chamber(seed: int) -> str:
    """Delegates about a horseshoe table under a tall mural; one has risen to speak."""
    wall = fade(0, 0, 1600, 760, p.darker(p.BRICK, 0.5), p.mix(p.BRICK, p.SAND, 0.25))
    floor = fade(0, 750, 1600, 450, p.DEEP, p.NIGHT)
    drapes = "".join(
        rect(x, 60, 36, 590, p.TEAL if i % 2 else p.darker(p.TEAL, 0.2))
        for i, x in enumerate([*range(20, 380, 34), *range(1186, 1560, 34)])
    )
    lamps = "".join(ellipse(x, 34, 74, 12, p.GLOW) for x in range(80, 1600, 206))
    rail = rect(0, 640, 1600, 120, p.darker(p.BRICK, 0.35)) + rect(0, 634, 1600, 14, p.SAND)
    round_table = sorted(_arc(11, 186, 354), key=lambda a: abs(a - math.radians(270)))
    back = "".join(
        _delegate(seed + i, 800 + 570 * math.cos(a), 985 + 240 * math.sin(a), 122)
        for i, a in enumerate(round_table)
        if abs(a - math.radians(312)) > 0.24
    )
    envoy = person(1165, 850, 420, Look(p.INK, p.INK, "suit", "short", p.RED, p.SKINS[1]), "point", flip=True)
    front = "".join(
        _delegate(seed + 40 + i, x, 1110 + dy, 230, back=True)
        for i, (x, dy) in enumerate(((380, 66), (1300, 96), (120, 20), (1560, 30)))
    )
    return svg(wall, drapes, _mural(), lamps, rail, floor, back, envoy, _horseshoe(), _clerks(), front)


def _clerks() -> str:
    """Return two note-takers at a small table inside the horseshoe."""
    first = bust(700, 990, 130, Look(p.TEAL, head="bun", skin=p.SKINS[0]))
    second = bust(880, 990, 130, Look(p.SLATE, head="short", skin=p.SKINS[3]))
    table = rect(580, 968, 420, 26, p.SAND, r=8) + rect(600, 992, 380, 70, p.darker(p.SAND, 0.5))
    sheets = poly([(640, 962), (720, 962), (730, 974), (630, 974)], p.WHITE) + poly(
        [(850, 962), (930, 962), (940, 974), (840, 974)], p.WHITE
    )
    return first + second + table + sheets


def _arc(count: int, start: float, end: float) -> list[float]:
    return [math.radians(start + (end - start) * i / (count - 1)) for i in range(count)]


def _mural() -> str:
    frame = rect(420, 70, 760, 470, p.darker(p.SAND, 0.25)) + rect(440, 90, 720, 430, p.mix(p.SAND, p.DUSK, 0.4))
    wings = path("M800,500 Q560,440 520,140 Q700,190 800,330 Q900,190 1080,140 Q1040,440 800,500Z", p.GLOW)
    rise = path("M800,500 Q690,400 680,230 Q760,270 800,360 Q840,270 920,230 Q910,400 800,500Z", p.BRICK)
    return frame + wings + rise + circle(800, 200, 58, p.GOLD) + rect(440, 470, 720, 50, p.TEAL, o=0.5)


def _horseshoe() -> str:
    outer = "M190,960 Q190,690 800,690 Q1410,690 1410,960 L1230,960 Q1210,800 800,800 Q390,800 370,960Z"
    front = "M370,960 Q390,800 800,800 Q1210,800 1230,960 L1230,1000 Q1190,846 800,846 Q410,846 370,1000Z"
    ends = rect(190, 958, 180, 60, p.darker(p.SAND, 0.45)) + rect(1230, 958, 180, 60, p.darker(p.SAND, 0.45))
    papers = "".join(
        poly([(x - 26, y), (x + 22, y - 4), (x + 30, y + 14), (x - 22, y + 18)], p.WHITE)
        for x, y in (
            (300, 850),
            (400, 770),
            (540, 738),
            (700, 726),
            (900, 726),
            (1060, 738),
            (1200, 770),
            (1300, 850),
        )
    )
    return path(outer, p.SAND) + path(front, p.darker(p.SAND, 0.35)) + ends + papers


def _delegate(seed: int, x: float, y: float, width: float, *, back: bool = False) -> str:
    rng = Random(seed)
    coat = rng.choice((p.NAVY, p.INK, p.SLATE, p.PLUM, p.DEEP))
    hair = rng.choice((p.INK, p.INK, p.SLATE, p.STONE))
    look = Look(coat, head=rng.choice(("short", "short", "bun", "long")), skin=rng.choice(p.SKINS), hair=hair)
    collar = (
        ""
        if back
        else poly(
            [(x - width * 0.16, y - width * 1.2), (x + width * 0.16, y - width * 1.2), (x, y - width * 0.7)],
            p.WHITE,
        )
    )
    chair = (
        rect(x - width * 0.62, y - width * 0.95, width * 1.24, width * 1.2, p.darker(p.RED, 0.3), r=width * 0.2)
        if back
        else ""
    )
    return bust(x, y, width, look, back=back) + collar + chair


def missile_launch(seed: int) -> str:
    """A missile climbs on its fire out of wooded hills at daybreak; soldiers look on."""
    dawn = p.Light(p.mix(p.NIGHT, p.NAVY, 0.3), p.mix(p.DUSK, p.PLUM, 0.15), p.GLOW, p.PLUM)
    rng = Random(seed)
    stars = "".join(
        circle(rng.uniform(0, 1600), rng.uniform(20, 380), rng.uniform(2, 4), p.WHITE, o=0.7) for _ in range(26)
    )
    air = kit.sky(dawn, 860) + stars
    far = kit.hills(seed, 880, 240, p.mix(p.PLUM, p.DUSK, 0.3)) + kit.hills(
        seed + 4, 930, 170, p.mix(p.PLUM, p.NIGHT, 0.55)
    )
    ground = fade(0, 890, 1600, 310, p.mix(p.FOREST, p.NIGHT, 0.4), p.NIGHT)
    firs = "".join(
        _fir(rng.uniform(-20, 520) + (1080 if i % 2 else 0), rng.uniform(920, 980), rng.uniform(110, 190))
        for i in range(16)
    )
    watchers = (
        person(330, 1120, 330, Look(p.INK, p.INK, "uniform", "officer", p.INK, p.SKINS[2]), "salute", back=True)
        + person(470, 1140, 350, Look(p.NIGHT, p.INK, "trousers", "short", skin=p.SKINS[2]), "stand", back=True)
        + person(1260, 1130, 340, Look(p.INK, p.INK, "uniform", "officer", p.INK, p.SKINS[2]), "raise", back=True)
    )
    glow = ellipse(800, 800, 420, 300, p.GLOW, o=0.22) + ellipse(800, 700, 240, 380, p.GLOW, o=0.22)
    return svg(air, glow, far, ground, _plume(seed), firs, place(_rocket(), 0, 34), place(watchers, 0, -92))


def _plume(seed: int) -> str:
    rng = Random(seed)
    base = "".join(
        circle(
            800 + rng.uniform(-1, 1) * 330,
            990 - abs(rng.gauss(0, 50)),
            rng.uniform(46, 96),
            p.mix(p.WHITE, p.DUSK, rng.uniform(0.2, 0.6)),
        )
        for _ in range(26)
    )
    column = "".join(
        circle(
            800 + rng.uniform(-1, 1) * (26 + i * 3.2),
            600 + i * 17,
            40 + i * 2.2,
            p.mix(p.WHITE, p.GLOW, rng.uniform(0.1, 0.8)),
        )
        for i in range(22)
    )
    return base + column


def _rocket() -> str:
    fire = path("M752,560 Q730,690 800,800 Q870,690 848,560Z", p.GOLD) + path(
        "M770,560 Q760,650 800,730 Q840,650 830,560Z", p.WHITE
    )
    body = path("M746,556 L746,260 Q750,180 800,140 Q850,180 854,260 L854,556Z", p.WHITE)
    shade = path("M808,148 Q850,180 854,260 L854,556 L808,556Z", p.SLATE, o=0.45)
    bands = rect(746, 300, 108, 20, p.INK) + rect(746, 430, 108, 20, p.INK) + rect(746, 540, 108, 18, p.SLATE)
    fins = poly([(746, 500), (700, 580), (746, 562)], p.SLATE) + poly(
        [(854, 500), (900, 580), (854, 562)], p.darker(p.SLATE)
    )
    return fire + fins + body + shade + bands


def _fir(x: float, y: float, size: float) -> str:
    return "".join(
        poly(
            [(x - size * w, y - size * b), (x + size * w, y - size * b), (x, y - size * (b + 0.5))],
            p.darker(p.FOREST, 0.35),
        )
        for w, b in ((0.26, 0.0), (0.2, 0.26), (0.13, 0.5))
    )
