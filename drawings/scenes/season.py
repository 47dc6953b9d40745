"""Scenes of one river through a year: the bare bed in winter, the sown sand, the yard before the water."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, person, seated
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, stroke, svg

_DRIVER = Look(p.TEAL, p.PLUM, "lungi", "gamcha", p.RED, p.SKINS[0])
_TRADER = Look(p.WHITE, p.SLATE, "kurta", "topi", p.STONE, p.SKINS[2])
_NURSE = Look(p.WHITE, p.NAVY, "sari", "bun", p.TEAL, p.SKINS[3])
_GROWER = Look(p.GOLD, p.RED, "sari", "veil", p.RED, p.SKINS[0])
_NEIGHBOUR = Look(p.PLUM, p.TEAL, "sari", "veil", p.TEAL, p.SKINS[2])
_BUILDER = Look(p.GOLD, p.TEAL, "sari", "tail", p.WHITE, p.SKINS[0])
_HAND = Look(p.WHITE, p.NAVY, "lungi", "gamcha", p.GOLD, p.SKINS[2])
_TIMBER = p.mix(p.BRICK, p.SAND, 0.35)
_TAR = p.mix(p.INK, p.NIGHT, 0.4)


def sand_crossing(seed: int) -> str:
    """A horse cart follows flags over white sand in winter fog to a boat on a far strip of water."""
    mist = p.mix(p.HAZE, p.WHITE, 0.4)
    air = fade(0, 0, 1600, 520, p.mix(p.SKY, p.HAZE, 0.45), mist) + kit.sun(1190, 250, 84, p.mix(p.GLOW, p.WHITE, 0.5))
    bank = kit.treeline(seed, 486, 56, p.mix(p.SKY, p.HAZE, 0.35))
    water = fade(0, 484, 1600, 70, p.mix(p.WATER, p.HAZE, 0.45), p.mix(p.WATER, p.SKY, 0.3))
    boat = kit.country_boat(1160, 522, 250, hull=p.mix(p.BRICK, p.SLATE, 0.5), hood=p.mix(p.SAND, p.SLATE, 0.35))
    boatman = person(1246, 520, 92, Look(p.SLATE, p.DEEP, "lungi", "gamcha", p.RED, p.SKINS[0]), "pole")
    sand = fade(0, 548, 1600, 652, p.mix(p.SAND, p.WHITE, 0.5), p.mix(p.SAND, p.BRICK, 0.12))
    fog = "".join(
        rect(x, y, w, 26, p.WHITE, r=13, o=0.4) for x, y, w in ((-60, 446, 620), (520, 470, 520), (1180, 440, 520))
    )
    flags = "".join(
        _marker(x, y, h) for x, y, h in ((960, 610, 84), (1050, 690, 120), (1180, 800, 170), (1380, 980, 250))
    )
    return svg(air, bank, water, boat, boatman, fog, sand, _wind_lines(seed), _tracks(), flags, _cart())


def _wind_lines(seed: int) -> str:
    rng = Random(seed)
    parts = []
    for i in range(24):
        t = (i + rng.random()) / 24
        y, size = 570 + 610 * t, 60 + 170 * t
        x = rng.uniform(-60, 1560)
        d = f"M{x:.0f},{y:.0f} q{size / 2:.0f},{-size * 0.08:.0f} {size:.0f},0"
        parts.append(stroke(d, p.mix(p.SAND, p.BRICK, 0.3), 2 + 4 * t, o=0.4))
    return "".join(parts)


def _tracks() -> str:
    ruts = ("M-20,1120 Q520,1040 820,800 Q940,690 930,560", "M-20,1040 Q480,980 770,770 Q900,670 905,560")
    return "".join(stroke(d, p.mix(p.SAND, p.BRICK, 0.35), 12, o=0.5) for d in ruts)


def _marker(x: float, y: float, h: float) -> str:
    """Return a bamboo with a red rag, `h` high, standing on (x, y)."""
    cloth = path(
        f"M{x},{y - h} q{h * 0.2:.0f},{-h * 0.06:.0f} {h * 0.42:.0f},{h * 0.05:.0f} "
        f"l{-h * 0.06:.0f},{h * 0.2:.0f} q{-h * 0.2:.0f},{-h * 0.08:.0f} {-h * 0.36:.0f},{-h * 0.02:.0f}Z",
        p.RED,
    )
    return (
        ellipse(x + h * 0.1, y, h * 0.16, h * 0.03, p.INK, o=0.2)
        + bent([(x, y), (x, y - h)], p.FIELD, h * 0.05)
        + cloth
    )


def _cart() -> str:
    """Return the cart at the left with its three travellers, and the horse before it."""
    shadow = ellipse(560, 1012, 470, 30, p.INK, o=0.18)
    people = (
        seated(300, 800, 300, _TRADER)
        + seated(430, 800, 290, _NURSE)
        + rect(382, 742, 96, 62, p.SKY, r=8)
        + rect(382, 742, 96, 18, p.WHITE, r=8)
        + seated(580, 800, 300, _DRIVER)
    )
    sacks = "".join(
        rect(x, y, 104, 66, p.mix(p.SAND, p.BRICK, s), r=26) for x, y, s in ((168, 742, 0.25), (150, 690, 0.1))
    )
    bed = rect(130, 800, 540, 34, p.darker(p.BRICK, 0.4), r=6) + rect(130, 800, 540, 10, p.BRICK, r=5)
    shafts = bent([(640, 820), (800, 800), (1010, 770)], p.darker(p.BRICK, 0.35), 14)
    wheels = kit.spoked(300, 904, 108, p.darker(p.BRICK, 0.3)) + kit.spoked(540, 904, 108, p.darker(p.BRICK, 0.3))
    reins = stroke("M640,700 Q820,700 1030,660", p.INK, 4)
    return shadow + sacks + people + bed + shafts + wheels + place(_horse(), 900, 1004, 3.4) + reins


def _horse() -> str:
    """Return a thin horse in harness, 100 units long, feet at the origin's height."""
    coat = p.mix(p.BRICK, p.INK, 0.3)
    dark = p.darker(coat, 0.35)
    far = bent([(-24, -46), (-30, -24), (-24, 0)], dark, 5.4) + bent([(22, -46), (32, -26), (28, -2)], dark, 5.4)
    near = bent([(-30, -48), (-32, -24), (-38, 0)], coat, 6) + bent([(16, -46), (14, -24), (18, 0)], coat, 6)
    body = path("M-38,-66 Q-20,-74 0,-69 Q16,-72 26,-72 L30,-50 Q14,-38 -10,-41 Q-34,-40 -38,-66Z", coat)
    belly = path("M-36,-54 Q-30,-42 -10,-43 Q12,-41 29,-52 L30,-50 Q14,-36 -10,-39 Q-32,-38 -36,-54Z", p.INK, o=0.2)
    neck = path("M16,-71 Q28,-88 38,-98 L49,-90 Q40,-70 31,-52Z", coat)
    skull = path("M37,-99 L45,-104 L49,-97 Q58,-88 64,-78 L58,-72 L46,-82Z", coat)
    mane = path("M40,-101 Q24,-94 14,-73 L22,-72 Q28,-88 41,-97Z", dark)
    tail = stroke("M-38,-64 Q-50,-50 -44,-26", dark, 5)
    straps = (
        bent([(26, -74), (22, -44)], p.RED, 3)
        + bent([(48, -95), (54, -77)], p.RED, 1.6)
        + circle(50, -93, 1.6, p.NIGHT)
    )
    pad = path("M-8,-71 L8,-71 L8,-60 L-8,-60Z", p.RED) + rect(-8, -64, 16, 3, p.GOLD)
    return far + tail + body + belly + near + neck + mane + skull + straps + pad


def sand_pumpkins(seed: int) -> str:
    """Two women water rows of pumpkins on the white bed of a river that has drawn back."""
    air = kit.sky(p.NOON, 430) + kit.clouds(seed, 120, 250, p.WHITE, count=4, o=0.6)
    bank = kit.treeline(seed, 420, 64, p.mix(p.FOREST, p.SKY, 0.4))
    water = fade(0, 416, 1600, 76, p.WATER, p.mix(p.WATER, p.SKY, 0.35)) + kit.ripples(seed, 426, 480, p.WHITE, count=7)
    boat = kit.country_boat(1290, 462, 190, hull=p.darker(p.BRICK, 0.5), hood=p.darker(p.SAND, 0.2))
    sand = fade(0, 488, 1600, 712, p.mix(p.SAND, p.WHITE, 0.55), p.mix(p.SAND, p.DUSK, 0.2))
    crew = (
        person(1085, 820, 300, _NEIGHBOUR, "carry", back=True)
        + place(_pitcher(), 1085, 512, 0.8)
        + person(560, 1040, 400, _GROWER, "reach")
        + place(_pitcher(), 656, 830, 1.05, turn=58)
        + "".join(bent([(744 + 6 * i, 786 + 5 * i), (760 + 9 * i, 940 + 6 * i)], p.SKY, 4, o=0.9) for i in range(4))
    )
    return svg(air, bank, water, boat, sand, _rows(seed), crew, _heap())


def _rows(seed: int) -> str:
    """Return the plants of five rows, the nearer the larger."""
    rng = Random(seed)
    parts = []
    for row, y in enumerate((560, 640, 745, 890, 1085)):
        size = 0.34 + 0.2 * row
        step = 150 + 74 * row
        for i in range(int(1800 / step) + 1):
            x = -60 + i * step + (row % 2) * step / 2 + rng.uniform(-14, 14)
            parts.append(place(_plant(rng), x, y + rng.uniform(-8, 8), size))
    return "".join(parts)


def _plant(rng: Random) -> str:
    pit = ellipse(0, 12, 92, 24, p.mix(p.SAND, p.BRICK, 0.4))
    leaves = "".join(
        ellipse(x + rng.uniform(-8, 8), y, 40, 24, tone)
        for x, y, tone in (
            (-62, -6, p.mix(p.FOREST, p.GRASS, 0.5)),
            (58, -8, p.mix(p.FOREST, p.GRASS, 0.4)),
            (-20, -30, p.GRASS),
            (30, -34, p.mix(p.GRASS, p.FIELD, 0.5)),
            (0, -8, p.FIELD),
        )
    )
    fruit = place(_pumpkin(), rng.choice((-50, 46)), 16, rng.uniform(0.5, 0.7)) if rng.random() < 0.75 else ""
    flower = circle(rng.uniform(-30, 30), -40, 10, p.GOLD) if rng.random() < 0.5 else ""
    return pit + leaves + fruit + flower


def _pumpkin() -> str:
    """Return a ribbed fruit 100 units wide, standing on the origin."""
    rind = p.mix(p.DUSK, p.GOLD, 0.35)
    body = ellipse(0, -32, 52, 34, rind) + ellipse(14, -30, 38, 32, p.BRICK, o=0.18)
    ribs = "".join(stroke(f"M0,-64 Q{x},-32 0,0", p.darker(rind, 0.3), 2.6, o=0.7) for x in (-76, -36, 0, 36, 76))
    return ellipse(4, 0, 54, 7, p.INK, o=0.2) + body + ribs + stroke("M0,-64 q2,-12 12,-16", p.FOREST, 7)


def _pitcher() -> str:
    """Return a clay-coloured metal pitcher 100 units high, standing on the origin."""
    metal = p.mix(p.STONE, p.SKY, 0.35)
    body = path("M-14,-96 L14,-96 L12,-80 Q44,-66 42,-36 Q38,0 0,0 Q-38,0 -42,-36 Q-44,-66 -12,-80Z", metal)
    shade = path("M4,-96 L14,-96 L12,-80 Q44,-66 42,-36 Q38,0 0,0 Q24,-20 20,-46 Q18,-70 4,-80Z", p.INK, o=0.2)
    return body + shade + rect(-20, -102, 40, 9, metal, r=4)


def _heap() -> str:
    spots = (
        (1240, 1130, 1.5),
        (1400, 1120, 1.7),
        (1330, 1060, 1.35),
        (1480, 1060, 1.3),
        (1180, 1170, 1.2),
        (1400, 1000, 1.1),
    )
    back_to_front = sorted(spots, key=lambda spot: spot[1])
    return ellipse(1350, 1140, 260, 34, p.INK, o=0.16) + "".join(
        place(_pumpkin(), x, y, s) for x, y, s in back_to_front
    )


def boat_yard(seed: int) -> str:
    """A woman fits ribs into a hull on the bank; behind it boats lie keel upwards, half of them tarred."""
    light = p.Light(p.mix(p.SKY, p.DEEP, 0.3), p.mix(p.GLOW, p.HAZE, 0.55), p.WHITE, p.DEEP)
    air = kit.sky(light, 470) + kit.clouds(seed, 110, 250, p.mix(p.SLATE, p.SKY, 0.4), count=4, o=0.55)
    bank = kit.treeline(seed, 470, 58, p.mix(p.FOREST, p.SKY, 0.35))
    water = fade(0, 464, 1600, 110, p.mix(p.WATER, p.SAND, 0.35), p.darker(p.WATER, 0.15))
    waves = kit.ripples(seed, 480, 560, p.WHITE, count=10, o=0.5)
    ground = fade(0, 566, 1600, 634, p.mix(p.SAND, p.BRICK, 0.18), p.mix(p.BRICK, p.SAND, 0.3))
    tree = kit.tree(1470, 720, 520, p.GRASS)
    resting = (
        _upturned(330, 668, 430, _TAR)
        + _upturned(850, 634, 330, p.darker(_TIMBER, 0.15))
        + _upturned(1190, 680, 400, _TAR)
        + person(520, 736, 210, _HAND, "reach", flip=True)
        + place(_pot(), 610, 740, 0.9)
    )
    return svg(air, bank, water, waves, ground, tree, resting, _on_the_slip(), _shavings(seed))


def _upturned(x: float, y: float, w: float, colour: str) -> str:
    """Return a hull keel upwards on two logs, `w` long; (x, y) is the middle of its foot."""
    d = "M-50,0 Q-46,-15 -28,-20 L30,-20 Q48,-16 54,0 Q30,-4 0,-4 Q-30,-4 -50,0Z"
    keel = bent([(-44, -12), (-28, -20), (30, -20), (47, -12)], p.lighter(colour, 0.25), 1.4)
    seams = "".join(stroke(f"M-44,{-4 - k} Q0,{-9 - k} 48,{-4 - k}", p.INK, 0.7, o=0.35) for k in (3, 7))
    logs = ellipse(-26, 1, 5, 3, p.darker(p.BRICK, 0.5)) + ellipse(28, 1, 5, 3, p.darker(p.BRICK, 0.5))
    return place(ellipse(2, 3, 54, 4, p.INK, o=0.22) + logs + path(d, colour) + keel + seams, x, y, w / 100)


def _pot() -> str:
    fire = path("M-30,10 Q-16,-18 0,-6 Q14,-22 30,10Z", p.DUSK) + path("M-14,10 Q-4,-8 12,10Z", p.GLOW)
    smoke = "".join(circle(8 + 10 * i, -90 - 42 * i, 16 + 8 * i, p.SLATE, o=0.28 - 0.05 * i) for i in range(4))
    bowl = path("M-46,-50 L46,-50 Q44,-4 0,-2 Q-44,-4 -46,-50Z", _TAR) + ellipse(0, -50, 46, 9, p.INK)
    return smoke + fire + bowl


def _on_the_slip() -> str:
    """Return the unfinished hull on its blocks, with ribs standing out of it, and those who work at it."""
    blocks = "".join(rect(x, 1040, 76, 70, p.darker(p.BRICK, 0.55), r=6) for x in (400, 760, 1120))
    ribs = "".join(
        stroke(f"M{x},890 Q{x - 16},800 {x + 4},{760 - rise}", p.darker(_TIMBER, 0.3), 16)
        for x, rise in ((380, 10), (480, 0), (580, -4), (680, -6))
    )
    master = person(900, 930, 380, _BUILDER, "reach", flip=True) + bent(
        [(812, 700), (748, 752)], p.darker(p.BRICK, 0.4), 12
    )
    mallet = rect(704, 742, 62, 40, p.STONE, r=8)
    hull = path(
        "M150,760 Q250,860 420,880 L1160,880 Q1330,862 1450,730 Q1420,960 1200,1050 L420,1050 Q220,980 150,760Z",
        _TIMBER,
    )
    shade = path(
        "M190,880 Q300,1000 440,1010 L1190,1010 Q1340,960 1420,850 Q1380,980 1200,1050 L420,1050 Q250,1000 190,880Z",
        p.INK,
        o=0.2,
    )
    strakes = "".join(
        stroke(
            f"M{190 + 40 * k},{840 + 50 * k} Q{300 + 30 * k},{920 + 40 * k} 440,{925 + 40 * k} L1180,{925 + 40 * k} "
            f"Q{1330 - 20 * k},{905 + 36 * k} {1425 - 36 * k},{812 + 54 * k}",
            p.darker(_TIMBER, 0.35),
            5,
            o=0.8,
        )
        for k in range(3)
    )
    staples = "".join(rect(470 + 62 * i, 955 + 40 * (i % 2), 26, 8, p.SLATE, r=3) for i in range(12))
    helper = person(1290, 1130, 370, _HAND, "hold") + _plank()
    return (
        ellipse(800, 1112, 640, 30, p.INK, o=0.22)
        + blocks
        + ribs
        + master
        + mallet
        + hull
        + shade
        + strakes
        + staples
        + helper
    )


def _plank() -> str:
    return poly([(1090, 906), (1560, 866), (1562, 900), (1092, 940)], p.mix(_TIMBER, p.WHITE, 0.25)) + poly(
        [(1092, 932), (1562, 892), (1562, 900), (1092, 940)], p.INK, o=0.25
    )


def _shavings(seed: int) -> str:
    rng = Random(seed)
    spots = ((rng.uniform(60, 1540), rng.uniform(1090, 1190)) for _ in range(26))
    return "".join(
        stroke(f"M{x:.0f},{y:.0f} q10,-16 22,-4 q4,12 -8,10", p.lighter(_TIMBER, 0.4), 4, o=0.9) for x, y in spots
    ) + line(60, 1176, 330, 1150, p.darker(_TIMBER, 0.2), 14)
