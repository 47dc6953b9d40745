"""Scenes of Dhaka: metro, rickshaws, rooftops, the book fair and an evening of poems."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, person
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, stroke, svg

_COMMUTER = Look(p.WHITE, p.NAVY, "trousers", "short", p.RED, p.SKINS[3])
_STUDENT = Look(p.PLUM, p.WHITE, "kameez", "tail", p.GOLD, p.SKINS[0])
_READER = Look(p.RED, p.WHITE, "kameez", "long", p.GOLD, p.SKINS[1])
_ELDER = Look(p.WHITE, p.STONE, "kurta", "topi", p.WHITE, p.SKINS[0], p.STONE)
_END = (1560.0, 600.0)


def metro(seed: int) -> str:
    """A train on a viaduct runs out of the distance above a street of rickshaws."""
    air = kit.sky(p.DAWN, 820) + kit.clouds(seed, 150, 300, p.WHITE, count=4, o=0.6)
    far = kit.skyline(seed + 1, 830, 430, p.mix(p.SKY, p.STONE, 0.4))
    near = kit.skyline(seed, 840, 260, p.mix(p.SAND, p.BRICK, 0.25), windows=p.DEEP, lit=0.6)
    road = fade(0, 836, 1600, 364, p.mix(p.SLATE, p.STONE, 0.45), p.SLATE) + rect(0, 836, 1600, 24, p.STONE)
    marks = "".join(rect(x, 1092, 120, 10, p.WHITE, o=0.6) for x in range(-40, 1600, 220))
    street = (
        _rickshaw(1180, 1060, 1.0, p.RED)
        + person(560, 1120, 300, _COMMUTER, "walk")
        + person(720, 1130, 290, _STUDENT, "walk", flip=True)
        + person(860, 1070, 250, _ELDER, "stand")
    )
    return svg(air, far, near, road, marks, _viaduct(), _train(), place(street, 0, -80))


def _along(x: float, y: float, t: float) -> tuple[float, float]:
    """Return the point `t` (0 to 1) of the way from (x, y) to the vanishing point."""
    return x + (_END[0] - x) * t, y + (_END[1] - y) * t


def _viaduct() -> str:
    concrete = p.mix(p.STONE, p.WHITE, 0.25)
    piers = "".join(_pier(t, concrete) for t in (0.72, 0.55, 0.34, 0.02))
    deck = poly([(120, 640), (620, 640), _END, _along(620, 740, 1)], concrete) + poly(
        [(620, 640), _END, (620, 740)], p.darker(concrete, 0.22)
    )
    front = rect(-20, 640, 640, 100, concrete) + poly(
        [(120, 740), (620, 740), (540, 790), (200, 790)], p.darker(concrete, 0.3)
    )
    parapet = rect(-20, 618, 640, 34, p.darker(concrete, 0.08)) + poly(
        [(620, 618), _END, (620, 652)], p.darker(concrete, 0.3)
    )
    return piers + deck + front + parapet


def _pier(t: float, concrete: str) -> str:
    x, top = _along(370, 760, t)
    foot = _along(370, 1110, t)[1]
    w = 130 * (1 - t)
    cap = poly(
        [(x - w * 1.4, top), (x + w * 1.4, top), (x + w * 0.5, top + w * 0.7), (x - w * 0.5, top + w * 0.7)],
        p.darker(concrete, 0.12),
    )
    return (
        cap
        + rect(x - w / 2, top, w, foot - top, p.darker(concrete, 0.08))
        + rect(x + w * 0.1, top + w * 0.4, w * 0.4, foot - top - w * 0.4, p.INK, o=0.2)
    )


def _train() -> str:
    side = poly([(600, 270), _along(600, 270, 0.86), _along(600, 620, 0.86), (600, 620)], p.WHITE)
    shade = poly([(600, 270), _along(600, 270, 0.86), _along(600, 620, 0.86), (600, 620)], p.SKY, o=0.3)
    bands = "".join(
        poly([(600, a), _along(600, a, 0.86), _along(600, b, 0.86), (600, b)], c)
        for a, b, c in ((500, 552, p.RED), (552, 580, p.TEAL), (270, 292, p.SLATE))
    )
    panes = "".join(_pane(k + 0.3) for k in range(26))
    face = path("M250,620 L250,350 Q256,262 330,250 L540,250 Q600,256 604,300 L604,620 Q430,650 250,620Z", p.WHITE)
    glass = path("M276,450 L280,352 Q290,300 340,294 L520,294 Q572,300 576,352 L578,450Z", p.NIGHT)
    glare = poly([(330, 294), (420, 294), (350, 450), (277, 450), (279, 400)], p.SKY, o=0.3)
    stripe = path("M250,500 L604,500 L604,552 Q430,566 250,552Z", p.RED) + path(
        "M250,552 Q430,566 604,552 L604,580 Q430,596 250,580Z", p.TEAL
    )
    lights = rect(276, 468, 70, 22, p.GLOW, r=11) + rect(508, 468, 70, 22, p.GLOW, r=11) + circle(427, 272, 10, p.GLOW)
    return side + shade + bands + panes + face + glass + glare + stripe + lights


def _pane(step: float) -> str:
    """Return the window that begins `step` carriages' bays from the front."""
    a, b = 1 - 1 / (1 + 0.2 * step), 1 - 1 / (1 + 0.2 * (step + 0.7))
    if b > 0.83:
        return ""
    return poly([_along(600, 350, a), _along(600, 350, b), _along(600, 460, b), _along(600, 460, a)], p.DEEP)


def _rickshaw(x: float, y: float, s: float, colour: str) -> str:
    """Return a cycle rickshaw going left, with its driver and the hood up."""
    wheels = kit.spoked(70, -72, 72, p.STONE) + kit.spoked(-210, -66, 66, p.STONE)
    frame = bent([(-210, -66), (-170, -190), (-60, -120), (70, -80)], p.INK, 9) + bent(
        [(-60, -120), (-110, -66), (-170, -180)], p.INK, 8
    )
    bars = bent([(-170, -190), (-184, -216), (-150, -226)], p.INK, 9) + ellipse(-66, -196, 34, 12, p.INK)
    seat = (
        path("M-6,-150 L120,-150 L132,-78 L6,-78Z", colour)
        + rect(-20, -90, 160, 16, p.GOLD)
        + rect(96, -236, 32, 96, p.TEAL)
    )
    driver = place(
        bent([(-66, -200), (-118, -160), (-108, -76)], p.SKINS[2], 24)
        + path("M-92,-196 L-108,-306 Q-100,-330 -74,-328 Q-46,-322 -44,-196Z", p.WHITE)
        + bent([(-84, -306), (-128, -250), (-164, -226)], p.SKINS[2], 18)
        + circle(-88, -354, 24, p.SKINS[2])
        + path("M-114,-356 Q-112,-384 -86,-384 Q-60,-382 -62,-352 Q-88,-366 -114,-356Z", p.RED)
        + path("M-96,-200 L-36,-200 L-48,-150 Q-80,-140 -124,-150Z", p.TEAL),
        0, 0,
    )  # fmt: skip
    return place(wheels + frame + seat + _hood(colour) + bars + driver, x, y, s)


def _hood(colour: str) -> str:
    fan = path("M132,-140 L136,-330 Q90,-384 -10,-352 L-24,-300 Q40,-280 44,-150Z", colour)
    ribs = "".join(
        stroke(
            f"M{132 - i * 8},{-140} Q{130 - i * 26},{-250 - i * 6} {110 - i * 42},{-346 - (i == 1) * 12}",
            p.GOLD,
            7,
        )
        for i in range(4)
    )
    return fan + ribs + stroke("M-24,-300 Q40,-280 44,-150", p.WHITE, 8)


def rickshaw_art(seed: int) -> str:
    """A painter finishes the hood of a rickshaw before the arches of the old town."""
    wall = fade(0, 0, 1600, 900, p.mix(p.DUSK, p.BRICK, 0.25), p.mix(p.GLOW, p.SAND, 0.35))
    arches = "".join(_arch(x, 820, 270) for x in (170, 530, 890, 1250, 1610))
    road = fade(0, 830, 1600, 370, p.mix(p.STONE, p.BRICK, 0.3), p.darker(p.BRICK, 0.35)) + rect(
        0, 818, 1600, 20, p.darker(p.STONE, 0.2)
    )
    painter = (
        person(
            1290,
            1110,
            520,
            Look(p.TEAL, p.WHITE, "kurta", "short", p.WHITE, p.SKINS[0], p.SLATE),
            "reach",
            flip=True,
        )
        + line(1113, 790, 1060, 760, p.INK, 9)
        + circle(1058, 758, 10, p.RED)
    )
    pots = "".join(
        rect(x, 1070, 56, 60, p.STONE, r=6) + ellipse(x + 28, 1070, 28, 9, c)
        for x, c in ((1370, p.RED), (1436, p.GOLD), (1404, p.TEAL))
    )
    child = person(300, 1090, 330, Look(p.GOLD, p.PLUM, "kameez", "tail", p.WHITE, p.SKINS[3]), "point")
    return svg(wall, arches, _bunting(seed), road, place(child + _painted_rickshaw() + pots + painter, 0, -62))


def _bunting(seed: int) -> str:
    rng = Random(seed)
    tones = [rng.choice((p.RED, p.TEAL, p.GOLD, p.PLUM, p.WHITE)) for _ in range(20)]
    flags = "".join(
        poly([(x, 92 + _sag(x)), (x + 70, 92 + _sag(x + 70)), (x + 35, 160 + _sag(x + 35))], tone)
        for x, tone in zip(range(0, 1600, 80), tones, strict=True)
    )
    return flags + stroke("M0,92 Q800,212 1600,92", p.INK, 4)


def _sag(x: float) -> float:
    return 60 * (1 - ((x - 800) / 800) ** 2)


def _arch(x: float, base: float, w: float) -> str:
    h = w * 1.75
    pillar = rect(x - w * 0.66, base - h * 1.12, w * 0.2, h * 1.12, p.mix(p.GLOW, p.WHITE, 0.4))
    opening = path(
        f"M{x - w * 0.42:.0f},{base} L{x - w * 0.42:.0f},{base - h * 0.56:.0f} "
        f"Q{x - w * 0.44:.0f},{base - h * 0.8:.0f} {x - w * 0.16:.0f},{base - h * 0.86:.0f} "
        f"Q{x - w * 0.04:.0f},{base - h * 0.9:.0f} {x},{base - h:.0f} "
        f"Q{x + w * 0.04:.0f},{base - h * 0.9:.0f} {x + w * 0.16:.0f},{base - h * 0.86:.0f} "
        f"Q{x + w * 0.44:.0f},{base - h * 0.8:.0f} {x + w * 0.42:.0f},{base - h * 0.56:.0f} "
        f"L{x + w * 0.42:.0f},{base}Z",
        p.darker(p.BRICK, 0.45),
    )
    grill = "".join(
        line(x + d * w, base - h * 0.5, x + d * w, base, p.BRICK, 8) for d in (-0.26, -0.1, 0.1, 0.26)
    ) + rect(x - w * 0.42, base - h * 0.52, w * 0.84, 12, p.BRICK)
    return pillar + opening + grill


def _painted_rickshaw() -> str:
    """Return the rickshaw at the size of the picture, its hood and back full of ornament."""
    wheels = kit.spoked(930, 950, 150, p.SLATE, spokes=16) + kit.spoked(430, 966, 134, p.SLATE, spokes=16)
    frame = (
        bent([(430, 966), (510, 720), (700, 880), (930, 950)], p.INK, 18)
        + bent([(700, 880), (640, 980), (520, 740)], p.INK, 15)
        + circle(650, 970, 34, p.SLATE)
        + line(650, 970, 930, 950, p.SLATE, 6)
    )
    bars = (
        bent([(510, 720), (492, 664), (570, 650)], p.INK, 18)
        + path("M600,690 Q660,660 720,690 Q700,720 620,716Z", p.INK)
        + rect(650, 700, 16, 120, p.INK)
        + circle(500, 690, 22, p.GOLD)
    )
    step = poly([(700, 850), (1060, 850), (1080, 910), (720, 910)], p.TEAL) + "".join(
        _flower(750 + 70 * i, 880, 20, c) for i, c in enumerate((p.RED, p.GOLD, p.WHITE, p.RED, p.GOLD))
    )
    seat = (
        rect(780, 700, 270, 60, p.RED, r=24)
        + poly([(780, 750), (1060, 750), (1060, 850), (760, 850)], p.PLUM)
        + "".join(rect(790 + 44 * i, 764, 26, 72, p.GOLD if i % 2 else p.RED, r=12) for i in range(6))
    )
    fringe = "".join(circle(772 + 24 * i, 912, 11, p.GOLD if i % 2 else p.RED) for i in range(13))
    return ellipse(700, 1100, 470, 20, p.INK, o=0.3) + frame + seat + _painted_hood() + step + fringe + wheels + bars


def _painted_hood() -> str:
    outline = "M1076,760 L1086,470 Q1010,300 760,340 Q690,352 660,430 Q800,440 820,730 L1076,760Z"
    fan = path(outline, p.RED)
    panels = path("M1076,760 L1086,470 Q1060,410 1010,376 Q1000,560 990,750Z", p.TEAL) + path(
        "M900,330 Q850,326 790,336 Q880,460 900,740 L940,745 Q950,500 900,330Z", p.GOLD
    )
    ribs = "".join(
        stroke(d, p.WHITE, 9)
        for d in (
            "M1086,470 L1076,760",
            "M1010,376 Q1000,560 990,750",
            "M905,331 Q950,500 945,744",
            "M790,336 Q880,460 896,738",
            "M660,430 Q800,440 820,730",
        )
    )
    blooms = "".join(
        _flower(x, y, r, c)
        for x, y, r, c in (
            (1042, 520, 30, p.GOLD),
            (1032, 640, 26, p.RED),
            (970, 460, 32, p.WHITE),
            (968, 600, 26, p.GOLD),
            (868, 420, 24, p.RED),
            (905, 560, 26, p.TEAL),
            (918, 670, 20, p.RED),
            (780, 400, 26, p.GOLD),
            (838, 520, 24, p.WHITE),
        )
    )
    edge = "".join(
        circle(668 + 52 * i, 428 - [0, 56, 80, 92, 98, 92, 74, 44, -6][i], 14, p.GOLD if i % 2 else p.WHITE)
        for i in range(9)
    )
    return fan + panels + ribs + blooms + edge


def _flower(x: float, y: float, r: float, colour: str) -> str:
    petals = "".join(
        circle(x + dx * r * 0.6, y + dy * r * 0.6, r * 0.46, colour)
        for dx, dy in ((1, 0), (0.31, 0.95), (-0.81, 0.59), (-0.81, -0.59), (0.31, -0.95))
    )
    return petals + circle(x, y, r * 0.34, p.GOLD if colour != p.GOLD else p.RED)


def solar_roof(seed: int) -> str:
    """Rows of panels on a flat roof beside a dome and its minaret, two fitters at work."""
    light = p.Light(p.mix(p.SKY, p.WHITE, 0.05), p.mix(p.GLOW, p.WHITE, 0.4), p.WHITE, p.SAND)
    air = kit.sky(light, 700) + kit.sun(380, 260, 92, p.mix(p.GLOW, p.WHITE, 0.5))
    town = kit.skyline(seed, 720, 150, p.mix(p.SAND, p.DUSK, 0.3), windows=p.BRICK, lit=0.3) + "".join(
        kit.tree(x, 720, 150, p.FIELD) for x in (120, 560, 700)
    )
    roof = fade(0, 706, 1600, 494, p.mix(p.STONE, p.WHITE, 0.4), p.darker(p.STONE, 0.12)) + rect(
        0, 700, 1600, 26, p.mix(p.STONE, p.BRICK, 0.3)
    )
    arrays = "".join(
        _panels(x, y, s)
        for x, y, s in (
            (120, 880, 0.72),
            (560, 880, 0.72),
            (1000, 880, 0.72),
            (-60, 1130, 1.15),
            (640, 1130, 1.15),
        )
    )
    fitters = person(
        1240, 1050, 430, Look(p.RED, p.NAVY, "trousers", "hat", p.GOLD, p.SKINS[0]), "reach", flip=True
    ) + person(760, 890, 260, Look(p.DUSK, p.INK, "trousers", "hat", p.WHITE, p.SKINS[2]), "point", back=True)
    return svg(air, town, place(_mosque(), -110, 0), roof, arrays, fitters)


def _mosque() -> str:
    base = rect(860, 500, 520, 220, p.WHITE) + rect(1140, 500, 240, 220, p.SLATE, o=0.16)
    drum = rect(980, 450, 280, 54, p.STONE)
    dome = path("M968,456 Q930,330 1040,270 Q1100,236 1120,180 Q1140,236 1200,270 Q1310,330 1272,456Z", p.TEAL) + path(
        "M1130,200 Q1144,240 1200,270 Q1310,330 1272,456 L1180,456 Q1230,340 1130,200Z", p.INK, o=0.2
    )
    finial = line(1120, 120, 1120, 190, p.GOLD, 8) + circle(1120, 120, 12, p.GOLD)
    arches = "".join(
        path(f"M{x},712 L{x},590 Q{x + 4},548 {x + 40},534 Q{x + 76},548 {x + 80},590 L{x + 80},712Z", p.DEEP)
        for x in (890, 1000, 1110, 1220)
    )
    tower = (
        rect(1410, 250, 74, 470, p.WHITE)
        + rect(1452, 250, 32, 470, p.SLATE, o=0.2)
        + "".join(rect(1396, y, 102, 18, p.TEAL) for y in (250, 420, 580))
    )
    cap = path("M1404,252 Q1396,190 1447,140 Q1498,190 1490,252Z", p.TEAL) + line(1447, 92, 1447, 150, p.GOLD, 6)
    return base + drum + dome + finial + arches + tower + cap


def _panels(x: float, y: float, s: float) -> str:
    """Return a row of four tilted panels, lower left corner at (x, y)."""
    legs = "".join(line(60 + 140 * i, -60, 60 + 140 * i, 22, p.SLATE, 12) for i in range(4))
    shadow = poly([(-20, 30), (560, 30), (610, 4), (40, 4)], p.INK, o=0.22)
    parts = [shadow, legs]
    for i in range(4):
        left = 140 * i
        parts.append(poly([(left, 0), (left + 134, 0), (left + 184, -150), (left + 50, -150)], p.NAVY))
        parts.append(
            poly(
                [(left + 20, -60), (left + 60, -150), (left + 100, -150), (left + 40, 0), (left + 4, 0)],
                p.SKY,
                o=0.22,
            )
        )
        parts += [
            line(left + 50 * k / 3, -50 * k, left + 134 + 50 * k / 3, -50 * k, p.SKY, 3, o=0.7) for k in range(1, 3)
        ]
        parts += [line(left + 45 * k, 0, left + 50 + 45 * k, -150, p.SKY, 3, o=0.7) for k in range(1, 3)]
        parts.append(bent([(left, 0), (left + 134, 0), (left + 184, -150), (left + 50, -150), (left, 0)], p.WHITE, 5))
    return place("".join(parts), x, y, s)
