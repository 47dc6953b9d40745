"""Scenes in the open: sport, the border, and the hills of the power line."""

from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, Pose, person, trunk
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, stroke, svg

_WHITES = Look(p.WHITE, p.WHITE, "trousers", "hat", p.TEAL, p.SKINS[0])


def stadium(seed: int) -> str:
    """A batter lifts her bat to full stands under the floodlight towers."""
    light = p.Light(p.mix(p.SKY, p.DUSK, 0.2), p.mix(p.GLOW, p.DUSK, 0.25), p.WHITE, p.SLATE)
    air = kit.sky(light, 470) + kit.clouds(seed, 120, 240, p.WHITE, count=4, o=0.4)
    towers = "".join(_tower(x) for x in (240, 1360))
    grass = fade(0, 620, 1600, 580, p.GRASS, p.mix(p.GRASS, p.FOREST, 0.45))
    mown = "".join(
        poly(
            [
                (800 + k * 150, 620),
                (800 + k * 150 + 75, 620),
                (800 + k * 420 + 210, 1200),
                (800 + k * 420, 1200),
            ],
            p.WHITE,
            o=0.07,
        )
        for k in range(-6, 6)
    )
    boards = rect(0, 600, 1600, 34, p.WHITE) + "".join(
        rect(x, 600, 130, 34, c)
        for x, c in zip(range(0, 1600, 260), (p.TEAL, p.RED, p.NAVY, p.GOLD, p.TEAL, p.RED, p.NAVY), strict=True)
    )
    pitch = poly([(700, 700), (900, 700), (1140, 1200), (460, 1200)], p.SAND) + poly(
        [(640, 1005), (960, 1005), (964, 1015), (636, 1015)], p.WHITE
    )
    others = (
        person(420, 760, 150, Look(p.TEAL, p.TEAL, "trousers", "tail", p.WHITE, p.SKINS[3]), "carry")
        + person(1210, 780, 160, Look(p.TEAL, p.TEAL, "trousers", "tail", p.WHITE, p.SKINS[0]), "hip")
        + person(905, 742, 150, _WHITES, "cheer")
    )
    stumps = "".join(rect(990 + 22 * i, 900, 9, 160, p.GLOW) for i in range(3)) + rect(986, 894, 56, 8, p.BRICK)
    return svg(air, towers, _stand(seed), boards, grass, mown, pitch, others, place(stumps + _batter(), 0, -75))


def _tower(x: float) -> str:
    frame = bent([(x - 26, 470), (x - 10, 200)], p.SLATE, 8) + bent([(x + 26, 470), (x + 10, 200)], p.SLATE, 8)
    braces = "".join(line(x - 24, y, x + 20, y - 44, p.SLATE, 4) for y in range(250, 470, 48))
    panel = rect(x - 74, 120, 148, 84, p.SLATE, r=6) + "".join(
        circle(x - 52 + 35 * i, 142 + 40 * j, 13, p.WHITE) for i in range(4) for j in range(2)
    )
    return frame + braces + panel


def _stand(seed: int) -> str:
    rng = Random(seed)
    roof = path("M-10,330 Q800,250 1610,330 L1610,372 Q800,300 -10,372Z", p.WHITE) + path(
        "M-10,372 Q800,300 1610,372 L1610,400 Q800,330 -10,400Z", p.INK, o=0.4
    )
    seats = path("M-10,390 Q800,320 1610,390 L1610,610 L-10,610Z", p.mix(p.SLATE, p.DEEP, 0.5))
    tones = (p.RED, p.GOLD, p.WHITE, p.TEAL, p.DUSK, p.STONE, p.GRASS, p.PLUM)
    crowd = []
    for row in range(7):
        y = 412 + row * 28
        for column in range(46):
            x = column * 35 + (row % 2) * 17 + rng.uniform(-5, 5)
            rise = 40 * (1 - ((x - 800) / 800) ** 2) * (1 - row / 7)
            if rng.random() < 0.8:
                crowd.append(circle(x, y - rise, 10, rng.choice(tones)))
    aisles = "".join(
        poly([(x, 350), (x + 16, 350), (x + 22, 610), (x - 6, 610)], p.STONE, o=0.5) for x in (330, 640, 950, 1260)
    )
    return roof + seats + aisles + "".join(crowd)


def _batter() -> str:
    bat = place(
        rect(-15, -170, 30, 150, p.GLOW, r=10)
        + rect(2, -170, 13, 150, p.BRICK, r=6, o=0.35)
        + rect(-6, -26, 12, 64, p.INK, r=5),
        893,
        562,
        1,
        turn=24,
    )
    look = Look(p.WHITE, p.WHITE, "trousers", "hat", p.RED, p.SKINS[0])
    her = person(790, 1120, 500, look, "raise")
    pads = rect(734, 976, 50, 128, p.STONE, r=16) + rect(798, 976, 50, 128, p.mix(p.STONE, p.SLATE, 0.25), r=16)
    straps = "".join(
        rect(734, y, 50, 6, p.SLATE, o=0.5) + rect(798, y, 50, 6, p.SLATE, o=0.5) for y in (1000, 1034, 1068)
    )
    sash = poly([(722, 892), (858, 892), (856, 912), (724, 912)], p.RED)
    return ellipse(800, 1116, 130, 16, p.INK, o=0.3) + bat + her + pads + straps + sash


_RUN_A = Pose(((-20, -66), (-6, -58)), ((22, -66), (30, -80)), (-24, 20))
_RUN_B = Pose(((-24, -68), (-32, -54)), ((16, -64), (30, -70)), (-22, 22))


def running_track(seed: int) -> str:
    """Three runners at full stretch on the bend of a brick-red track at sunrise."""
    light = p.Light(p.mix(p.SKY, p.GLOW, 0.3), p.mix(p.DUSK, p.GLOW, 0.5), p.WHITE, p.PLUM)
    air = kit.sky(light, 470) + kit.sun(1150, 350, 90, p.mix(p.GLOW, p.WHITE, 0.5))
    far = kit.hills(seed, 480, 100, p.mix(p.FIELD, p.DUSK, 0.4)) + kit.treeline(
        seed, 500, 70, p.mix(p.FOREST, p.GRASS, 0.3)
    )
    infield = fade(0, 494, 1600, 200, p.FIELD, p.GRASS)
    track = path("M-20,700 Q700,560 1620,640 L1620,1220 L-20,1220Z", p.BRICK)
    shade = path("M-20,1040 Q700,930 1620,1000 L1620,1220 L-20,1220Z", p.INK, o=0.16)
    lanes = "".join(
        stroke(f"M-20,{700 + d} Q700,{560 + d * 1.04:.0f} 1620,{640 + d * 1.05:.0f}", p.WHITE, 4 + d / 70)
        for d in (0, 70, 160, 275, 415)
    )
    hurdles = "".join(_cone(x, 600 - (x % 3) * 6) for x in range(120, 1600, 190))
    return svg(air, far, infield, hurdles, track, shade, lanes, _runners())


def _cone(x: float, y: float) -> str:
    return poly([(x - 16, y), (x + 16, y), (x + 4, y - 44), (x - 4, y - 44)], p.GOLD) + rect(
        x - 22, y - 2, 44, 7, p.GOLD
    )


def _runners() -> str:
    first = Look(p.TEAL, p.INK, "shorts", "tail", p.GOLD, p.SKINS[0])
    second = Look(p.RED, p.NAVY, "shorts", "short", p.WHITE, p.SKINS[2])
    third = Look(p.GOLD, p.TEAL, "shorts", "short", p.WHITE, p.SKINS[3])
    return (
        _runner(1220, 800, 320, third, _RUN_B)
        + _runner(820, 920, 400, second, _RUN_A)
        + _runner(440, 1045, 480, first, _RUN_B)
    )


def _runner(x: float, y: float, size: float, look: Look, pose: Pose) -> str:
    """Return a runner leaning to the right, one foot off the ground."""
    shadow = ellipse(x, y + 6, size * 0.26, size * 0.03, p.INK, o=0.3)
    legs = _running_legs(look)
    return shadow + place(legs + trunk(look, pose), x, y - size * 0.04, size / 100, turn=9)


def _running_legs(look: Look) -> str:
    far, near = p.darker(look.skin, 0.25), look.skin
    back = bent([(3, -44), (-9, -26), (-30, -30)], far, 8) + ellipse(-33, -31, 3.2, 6, p.WHITE)
    front = bent([(-2, -44), (17, -30), (14, -8)], near, 8.6) + ellipse(17, -4, 7, 3, p.WHITE)
    return back + front


def border_posts(seed: int) -> str:
    """Blue huts astride a line, a guard on each side, a watchtower on the hill."""
    light = p.Light(p.mix(p.SKY, p.HAZE, 0.35), p.HAZE, p.WHITE, p.SLATE)
    air = kit.sky(light, 560) + kit.clouds(seed, 140, 300, p.WHITE, count=4, o=0.6)
    far = kit.hills(seed, 570, 240, p.mix(p.SKY, p.FIELD, 0.3), step=380) + kit.hills(
        seed + 3, 580, 130, p.mix(p.FIELD, p.SKY, 0.2)
    )
    tower = _watchtower(800, 470)
    ground = fade(0, 570, 1600, 630, p.mix(p.SAND, p.STONE, 0.5), p.darker(p.SAND, 0.18))
    fence = "".join(rect(x, 520, 8, 66, p.SLATE) for x in range(10, 1600, 84)) + "".join(
        rect(0, y, 1600, 3, p.SLATE) for y in (530, 546, 562)
    )
    kerb = poly([(752, 580), (848, 580), (1010, 1200), (590, 1200)], p.mix(p.WHITE, p.STONE, 0.4)) + poly(
        [(784, 580), (816, 580), (860, 1200), (740, 1200)], p.darker(p.STONE, 0.3)
    )
    north = Look(
        p.mix(p.GRASS, p.BRICK, 0.45),
        p.mix(p.GRASS, p.BRICK, 0.45),
        "uniform",
        "officer",
        p.mix(p.GRASS, p.BRICK, 0.3),
        p.SKINS[1],
    )
    south = Look(p.SLATE, p.INK, "uniform", "hat", p.DEEP, p.SKINS[1])
    guards = (
        person(560, 1040, 470, north, "hold")
        + person(1050, 1040, 470, south, "hip")
        + person(930, 690, 150, south)
        + person(668, 690, 150, north)
    )
    return svg(air, far, tower, fence, ground, _blue_hut(False), _blue_hut(True), kerb, guards)


def _blue_hut(right: bool) -> str:
    """Return a hut in perspective at the left edge, or its mirror at the right."""
    wall = poly([(-40, 470), (640, 548), (640, 690), (-40, 980)], p.mix(p.SKY, p.NAVY, 0.45))
    shade = poly([(-40, 800), (640, 640), (640, 690), (-40, 980)], p.INK, o=0.14)
    roof = poly([(-40, 350), (664, 520), (656, 560), (-40, 486)], p.SLATE) + poly(
        [(-40, 350), (664, 520), (663, 528), (-40, 380)], p.mix(p.SLATE, p.SKY, 0.4)
    )
    panes = "".join(
        poly(
            [
                (x, 560 + d * 0.2),
                (x + w, 566 + d * 0.17),
                (x + w, 676 - d * 0.05 + (640 - x) * 0.12),
                (x, 684 - d * 0.05 + (640 - x) * 0.16),
            ],
            p.WHITE,
        )
        for x, w, d in ((60, 120, -40), (250, 96, -20), (410, 76, 0), (540, 54, 6))
    )
    hut = wall + shade + panes + roof
    return place(hut, 1600 if right else 0, 0, 1, flip=right)


def _watchtower(x: float, y: float) -> str:
    legs = bent([(x - 60, y + 90), (x - 34, y - 90)], p.SLATE, 9) + bent(
        [(x + 60, y + 90), (x + 34, y - 90)], p.SLATE, 9
    )
    cross = line(x - 54, y + 50, x + 44, y - 30, p.SLATE, 6) + line(x + 54, y + 50, x - 44, y - 30, p.SLATE, 6)
    cabin = rect(x - 60, y - 170, 120, 84, p.STONE) + rect(x - 50, y - 156, 100, 36, p.NIGHT)
    roof = poly([(x - 84, y - 166), (x + 84, y - 166), (x + 46, y - 216), (x - 46, y - 216)], p.RED)
    return legs + cross + cabin + roof


def pylons(seed: int) -> str:
    """Power lines stride over terraced hills below snow peaks; two line workers walk under them."""
    light = p.Light(p.mix(p.SKY, p.PLUM, 0.12), p.mix(p.GLOW, p.HAZE, 0.4), p.WHITE, p.PLUM)
    air = kit.sky(light, 900) + kit.sun(330, 300, 66, p.WHITE)
    hills = kit.hills(seed, 740, 190, p.mix(p.FIELD, p.PLUM, 0.35), step=320) + kit.hills(
        seed + 2, 800, 140, p.mix(p.GRASS, p.DEEP, 0.25), step=420
    )
    ground = rect(0, 798, 1600, 120, p.mix(p.GRASS, p.DEEP, 0.25)) + path(
        "M-20,860 Q400,740 900,800 Q1300,850 1620,760 L1620,1220 L-20,1220Z", p.GRASS
    )
    terraces = "".join(
        stroke(
            f"M-20,{900 + i * 52} Q400,{790 + i * 56} 900,{846 + i * 54} T1620,{806 + i * 60}",
            p.GOLD if i == 2 else p.FIELD,
            9 + i * 3,
            o=0.75,
        )
        for i in range(6)
    )
    workers = (
        person(520, 1100, 330, Look(p.RED, p.NAVY, "trousers", "hat", p.GOLD, p.SKINS[1]), "point")
        + person(380, 1110, 330, Look(p.DUSK, p.INK, "trousers", "hat", p.WHITE, p.SKINS[3]), "walk")
        + person(820, 990, 210, Look(p.PLUM, p.RED, "sari", "veil", p.RED, p.SKINS[1]), "carry", back=True)
        + ellipse(820, 768, 74, 34, p.darker(p.GOLD, 0.2))
        + ellipse(806, 758, 50, 20, p.GOLD)
    )
    return svg(
        air,
        _peaks(),
        hills,
        _pylon(430, 860, 430),
        ground,
        terraces,
        _pylon(1060, 1040, 860),
        _wires(),
        place(workers, 0, -66),
    )


def _wires() -> str:
    return "".join(
        stroke(
            f"M-20,{y0} Q{180},{y0 + 130} {430 + dx},{ya} Q{760},{ya + 180} {1060 + dx * 2.2:.0f},{yb} "
            f"Q1400,{yb + 220} 1640,{yb - 60}",
            p.INK,
            4,
            o=0.75,
        )
        for y0, ya, yb, dx in (
            (420, 470, 250, -66),
            (440, 470, 250, 66),
            (500, 540, 380, -80),
            (520, 540, 380, 80),
        )
    )


def _peaks() -> str:
    rows = ((-60, 420, 560), (260, 250, 700), (640, 330, 560), (960, 190, 760), (1330, 300, 600))
    parts = [rect(0, 738, 1600, 70, p.mix(p.FIELD, p.PLUM, 0.35))]
    for x, top, w in rows:
        mid = x + w / 2
        parts.append(poly([(x - 60, 740), (mid, top), (x + w + 60, 740)], p.mix(p.SKY, p.DEEP, 0.4)))
        parts.append(poly([(mid, top), (x + w + 60, 740), (mid + 40, 740), (mid - 30, top + 220)], p.NIGHT, o=0.14))
        drop = (740 - top) * 0.42
        reach = drop * (w / 2 + 60) / (740 - top)
        parts.append(
            poly(
                [
                    (mid, top),
                    (mid + reach, top + drop),
                    (mid + reach * 0.4, top + drop * 0.78),
                    (mid, top + drop * 1.1),
                    (mid - reach * 0.4, top + drop * 0.76),
                    (mid - reach, top + drop),
                ],
                p.WHITE,
            )
        )
        parts.append(
            poly(
                [
                    (mid, top),
                    (mid + reach, top + drop),
                    (mid + reach * 0.4, top + drop * 0.78),
                    (mid, top + drop * 1.1),
                    (mid - 14, top + drop * 0.5),
                ],
                p.SKY,
                o=0.55,
            )
        )
    return "".join(parts)


def _pylon(x: float, foot: float, height: float) -> str:
    s = height / 100
    w = max(4.0, height * 0.011)
    left = bent([(x - 20 * s, foot), (x - 5 * s, foot - 52 * s), (x - 3 * s, foot - 100 * s)], p.NIGHT, w)
    right = bent([(x + 20 * s, foot), (x + 5 * s, foot - 52 * s), (x + 3 * s, foot - 100 * s)], p.NIGHT, w)
    levels = ((0, 20, 26, 12.5), (26, 12.5, 52, 5), (52, 5, 66, 4.4), (66, 4.4, 80, 3.9), (80, 3.9, 94, 3.3))
    web = "".join(
        line(x - a * s, foot - y0 * s, x + b * s, foot - y1 * s, p.NIGHT, w * 0.7)
        + line(x + a * s, foot - y0 * s, x - b * s, foot - y1 * s, p.NIGHT, w * 0.7)
        for y0, a, y1, b in levels
    )
    arms = "".join(
        poly(
            [
                (x - reach * s, foot - y * s),
                (x, foot - (y + 6) * s),
                (x + reach * s, foot - y * s),
                (x, foot - (y + 1.5) * s),
            ],
            p.NIGHT,
        )
        + rect(x - reach * s, foot - y * s, w * 0.8, 4 * s, p.NIGHT)
        + rect(x + reach * s - w * 0.8, foot - y * s, w * 0.8, 4 * s, p.NIGHT)
        for y, reach in ((90, 18), (74, 22), (58, 18))
    )
    return left + right + web + arms
