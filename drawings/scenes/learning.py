"""Scenes of study: the class, the reading room, and the Moon."""

import math
from random import Random

from drawings import kit
from drawings import palette as p
from drawings.people import Look, bust, person
from drawings.shapes import bent, circle, ellipse, fade, line, path, place, poly, rect, ring, stroke, svg


def classroom(seed: int) -> str:
    """A teacher and three pupils among empty benches; a white-hot sun fills the window."""
    wall = fade(0, 0, 1600, 720, p.mix(p.GLOW, p.SAND, 0.4), p.mix(p.GLOW, p.WHITE, 0.35))
    board = (
        rect(200, 230, 590, 330, p.BRICK)
        + rect(220, 250, 550, 290, p.mix(p.FOREST, p.NIGHT, 0.2))
        + _chalk()
        + rect(220, 556, 550, 14, p.SAND)
    )
    floor = fade(0, 712, 1600, 488, p.mix(p.SAND, p.BRICK, 0.35), p.darker(p.BRICK, 0.3)) + rect(
        0, 700, 1600, 18, p.darker(p.BRICK, 0.2)
    )
    shaft = poly([(950, 720), (1350, 720), (1180, 1200), (420, 1200)], p.GLOW, o=0.4)
    teacher = person(820, 840, 440, Look(p.TEAL, p.RED, "sari", "bun", p.GOLD, p.SKINS[0]), "point", flip=True)
    benches = "".join(
        _bench(seed + x, x, y, s)
        for x, y, s in ((330, 880, 0.8), (1230, 880, 0.8), (180, 1050, 1.2), (1420, 1050, 1.2))
    )
    pupils = (
        _pupil(700, 1150, 330, p.NAVY, "short")
        + _pupil(880, 1160, 340, p.NAVY, "tail")
        + _pupil(1050, 1140, 310, p.NAVY, "short")
    )
    return svg(
        wall,
        board,
        _hot_window(),
        floor,
        shaft,
        _fan(560, 96),
        _fan(1180, 70),
        teacher,
        benches,
        place(pupils, 0, -106),
    )


def _hot_window() -> str:
    """Return a window with bars and open shutters, filled by the sun above a roofline."""
    window = (
        rect(930, 190, 440, 380, p.BRICK)
        + fade(950, 210, 400, 340, p.DUSK, p.GLOW)
        + circle(1150, 360, 150, p.WHITE, o=0.25)
        + circle(1150, 360, 96, p.WHITE)
    )
    town = rect(950, 500, 400, 50, p.mix(p.DUSK, p.BRICK, 0.4)) + "".join(
        rect(1010 + 80 * i, 470, 50, 34, p.mix(p.DUSK, p.BRICK, 0.4)) for i in range(4)
    )
    bars = (
        "".join(rect(x, 210, 10, 340, p.BRICK) for x in (1044, 1145, 1246))
        + rect(950, 380, 400, 10, p.BRICK)
        + poly([(880, 190), (934, 190), (934, 570), (880, 610)], p.TEAL)
        + poly([(1420, 190), (1366, 190), (1366, 570), (1420, 610)], p.TEAL)
    )
    return window + town + bars


def _chalk() -> str:
    sun = ring(330, 350, 38, p.WHITE, 6) + "".join(
        line(
            330 + 54 * math.cos(a),
            350 + 54 * math.sin(a),
            330 + 76 * math.cos(a),
            350 + 76 * math.sin(a),
            p.WHITE,
            6,
        )
        for a in (math.tau * i / 8 for i in range(8))
    )
    tube = (
        bent([(560, 460), (560, 300)], p.WHITE, 6)
        + circle(560, 474, 22, p.RED)
        + bent([(560, 460), (560, 330)], p.RED, 12)
    )
    marks = "".join(line(584, y, 614, y, p.WHITE, 5) for y in (300, 335, 370, 405, 440))
    return sun + tube + marks + bent([(430, 420), (470, 380), (500, 400)], p.WHITE, 5, o=0.7)


def _fan(x: float, y: float) -> str:
    rod = rect(x - 5, 0, 10, y, p.SLATE)
    blades = poly([(x - 20, y - 6), (x - 260, y + 6), (x - 260, y + 26), (x - 20, y + 12)], p.STONE) + poly(
        [(x + 20, y - 6), (x + 260, y - 2), (x + 260, y + 16), (x + 20, y + 12)], p.mix(p.STONE, p.SLATE, 0.3)
    )
    return rod + blades + ellipse(x, y + 4, 46, 22, p.SLATE)


def _bench(seed: int, x: float, y: float, s: float) -> str:
    rng = Random(seed)
    top = poly([(-190, -130), (190, -130), (220, -100), (-220, -100)], p.GLOW) + rect(
        -220, -100, 440, 20, p.darker(p.SAND, 0.3)
    )
    legs = "".join(rect(k, -80, 16, 90, p.darker(p.BRICK, 0.4)) for k in (-200, 184))
    seat = (
        rect(-210, -30, 420, 16, p.darker(p.SAND, 0.2))
        + rect(-190, -14, 14, 30, p.darker(p.BRICK, 0.4))
        + rect(176, -14, 14, 30, p.darker(p.BRICK, 0.4))
    )
    books = "".join(rect(rng.uniform(-150, 60), -142 - 12 * k, 74, 12, rng.choice(kit.CLOTHS)) for k in range(2))
    return place(legs + top + seat + books, x, y, s)


def _pupil(x: float, y: float, h: float, skirt: str, hair: str) -> str:
    look = Look(p.WHITE, skirt, "kameez" if hair == "tail" else "trousers", hair, p.RED, p.SKINS[0])
    bag = rect(x - h * 0.11, y - h * 0.78, h * 0.22, h * 0.26, p.RED if hair == "tail" else p.TEAL, r=h * 0.04) + rect(
        x - h * 0.07, y - h * 0.64, h * 0.14, h * 0.09, p.INK, r=6, o=0.25
    )
    return person(x, y, h, look, "stand", back=True) + bag


def reading_room(seed: int) -> str:
    """Readers under green lamps at one long table; night stands in the tall windows."""
    wall = fade(0, 0, 1600, 760, p.mix(p.BRICK, p.NIGHT, 0.5), p.mix(p.BRICK, p.SAND, 0.3))
    windows = "".join(_tall_window(x) for x in (480, 800, 1120))
    cases = "".join(_bookcase(seed + i, x) for i, x in enumerate((-40, 1290))) + "".join(
        rect(x, 90, 26, 670, p.darker(p.BRICK, 0.5)) for x in (325, 627, 947, 1250)
    )
    floor = fade(0, 752, 1600, 448, p.darker(p.BRICK, 0.35), p.darker(p.BRICK, 0.65))
    far = "".join(
        bust(x, 820, 150, look)
        for x, look in (
            (430, Look(p.WHITE, head="short", skin=p.SKINS[2])),
            (700, Look(p.PLUM, head="veil", accent=p.GOLD, skin=p.SKINS[0])),
            (1000, Look(p.TEAL, head="short", hair=p.STONE, skin=p.SKINS[3])),
            (1230, Look(p.RED, head="long", skin=p.SKINS[1])),
        )
    )
    table = (
        poly([(200, 800), (1400, 800), (1620, 1010), (-20, 1010)], p.SAND)
        + poly([(200, 800), (1400, 800), (1430, 830), (170, 830)], p.WHITE, o=0.18)
        + rect(-20, 1008, 1640, 50, p.darker(p.SAND, 0.5))
    )
    pools = "".join(ellipse(x, 890, 170, 44, p.GLOW, o=0.6) for x in (330, 800, 1270))
    lamps = "".join(_desk_lamp(x, 890) for x in (330, 800, 1270))
    books = (
        kit.open_book(565, 906, 1.3)
        + kit.open_book(1035, 906, 1.3)
        + "".join(rect(640 + 6 * k, 850 - 16 * k, 100, 15, c) for k, c in enumerate((p.RED, p.NAVY, p.GOLD)))
        + "".join(rect(1110 - 4 * k, 850 - 16 * k, 96, 15, c) for k, c in enumerate((p.TEAL, p.PLUM)))
    )
    near = bust(565, 1230, 300, Look(p.NAVY, head="short", skin=p.SKINS[0]), back=True) + bust(
        1035, 1230, 290, Look(p.GOLD, head="tail", accent=p.RED, skin=p.SKINS[0]), back=True
    )
    return svg(wall, windows, cases, floor, far, table, pools, books, lamps, near)


def _tall_window(x: float) -> str:
    outline = f"M{x - 116},700 L{x - 116},300 Q{x - 116},150 {x},150 Q{x + 116},150 {x + 116},300 L{x + 116},700Z"
    frame = path(outline.replace("116", "116"), p.NAVY) + path(
        f"M{x - 116},700 L{x - 116},560 Q{x},500 {x + 116},570 L{x + 116},700Z", p.NIGHT
    )
    moon = (
        circle(x + 40, 280, 34, p.WHITE)
        if x == 800
        else circle(x - 40, 330, 4, p.WHITE) + circle(x + 50, 260, 4, p.WHITE)
    )
    lights = "".join(rect(x - 90 + 50 * i, 600 + (i * 37) % 60, 14, 18, p.GLOW) for i in range(4))
    bars = (
        rect(x - 4, 150, 8, 550, p.SAND)
        + "".join(rect(x - 116, y, 232, 8, p.SAND) for y in (300, 430, 560))
        + stroke(outline, p.SAND, 14)
    )
    return frame + moon + lights + bars


def _bookcase(seed: int, x: float) -> str:
    back = rect(x, 90, 350, 670, p.darker(p.BRICK, 0.6))
    rows = "".join(
        kit.books(seed * 9 + k, x + 16, 220 + 132 * k, 330, 108)
        + rect(x, 220 + 132 * k, 350, 14, p.mix(p.BRICK, p.SAND, 0.25))
        for k in range(5)
    )
    return back + rows + rect(x - 8, 78, 366, 22, p.mix(p.BRICK, p.SAND, 0.25))


def _desk_lamp(x: float, y: float) -> str:
    beam = poly([(x - 86, y - 110), (x + 86, y - 110), (x + 170, y), (x - 170, y)], p.GLOW, o=0.28)
    stand = rect(x - 6, y - 120, 12, 120, p.GOLD) + ellipse(x, y, 46, 12, p.GOLD)
    shade = path(
        f"M{x - 100},{y - 108} Q{x - 90},{y - 176} {x},{y - 178} Q{x + 90},{y - 176} {x + 100},{y - 108}Z",
        p.mix(p.TEAL, p.GRASS, 0.45),
    )
    return beam + stand + shade + rect(x - 100, y - 112, 200, 9, p.WHITE, r=4)


def moon_lander(seed: int) -> str:
    """A gold-foiled lander on grey ground, its rover down the ramp, the Earth low in a black sky."""
    rng = Random(seed)
    space = fade(0, 0, 1600, 760, p.darker(p.NIGHT, 0.55), p.NIGHT) + "".join(
        circle(rng.uniform(0, 1600), rng.uniform(10, 640), rng.uniform(1.6, 4.2), p.WHITE, o=0.8) for _ in range(70)
    )
    ridge = path(
        "M-20,760 L-20,660 Q160,560 330,640 Q520,720 700,650 Q940,560 1160,640 Q1400,710 1620,590 L1620,760Z",
        p.SLATE,
    )
    ground = path(
        "M-20,760 Q500,690 900,720 Q1300,740 1620,700 L1620,1220 L-20,1220Z", p.mix(p.STONE, p.SLATE, 0.25)
    ) + path("M-20,1000 Q600,900 1620,1010 L1620,1220 L-20,1220Z", p.mix(p.STONE, p.SLATE, 0.45))
    craters = "".join(
        _crater(x, y, r)
        for x, y, r in (
            (240, 850, 110),
            (1380, 820, 90),
            (160, 1090, 160),
            (1250, 1120, 130),
            (640, 1140, 100),
            (460, 760, 50),
            (1130, 760, 46),
        )
    )
    return svg(space, _earth(), ridge, ground, craters, _tracks(), _lander(), _rover())


def _earth() -> str:
    ball = circle(340, 300, 120, p.mix(p.SKY, p.NAVY, 0.35))
    land = path("M270,240 Q320,200 370,226 Q390,270 340,290 Q300,330 274,300Z", p.GRASS) + path(
        "M360,330 Q410,300 440,330 Q420,380 380,390Z", p.FIELD
    )
    cloud = (
        stroke("M240,330 q60,-30 120,-4", p.WHITE, 13, o=0.8)
        + stroke("M320,214 q60,-8 96,34", p.WHITE, 10, o=0.8)
        + stroke("M300,386 q50,16 90,-8", p.WHITE, 10, o=0.8)
    )
    night = path("M340,180 A120,120 0 0 1 340,420 Q410,300 340,180Z", p.NIGHT, o=0.6)
    return circle(340, 300, 138, p.SKY, o=0.16) + ball + land + cloud + night


def _crater(x: float, y: float, r: float) -> str:
    return (
        ellipse(x, y, r, r * 0.3, p.SLATE, o=0.6)
        + ellipse(x, y + r * 0.06, r * 0.86, r * 0.22, p.STONE, o=0.55)
        + stroke(f"M{x - r:.0f},{y} Q{x},{y - r * 0.42:.0f} {x + r:.0f},{y}", p.WHITE, 4, o=0.5)
    )


def _tracks() -> str:
    return "".join(
        stroke(d, p.SLATE, 13, o=0.55) for d in ("M900,960 Q1000,1000 1100,1006", "M880,990 Q990,1040 1100,1044")
    )


def _lander() -> str:
    shadow = ellipse(860, 970, 480, 34, p.INK, o=0.4)
    legs = "".join(
        bent([(800 + k * 130, 760), (800 + k * 330, 950)], p.STONE, 18)
        + bent([(800 + k * 190, 620), (800 + k * 320, 940)], p.SLATE, 11)
        + rect(800 + k * 330 - 56, 944, 112, 18, p.STONE, r=8)
        for k in (-1, 1)
    )
    inner = "".join(
        bent([(800 + k * 80, 770), (800 + k * 130, 980)], p.STONE, 18)
        + rect(800 + k * 130 - 50, 976, 100, 18, p.STONE, r=8)
        for k in (-1, 1)
    )
    body = poly([(590, 760), (1010, 760), (1010, 560), (940, 480), (660, 480), (590, 560)], p.GOLD)
    facets = (
        poly([(800, 480), (940, 480), (1010, 560), (1010, 760), (850, 760)], p.darker(p.GOLD, 0.25))
        + poly([(590, 560), (660, 480), (720, 480), (660, 620)], p.GLOW)
        + "".join(poly([(x, 760), (x + 70, 640), (x + 110, 760)], p.INK, o=0.1) for x in (600, 700, 840, 920))
    )
    deck = rect(570, 750, 460, 30, p.SLATE) + poly([(740, 780), (860, 780), (900, 840), (700, 840)], p.SLATE)
    dish = (
        rect(794, 380, 12, 100, p.STONE)
        + path("M720,330 Q800,430 880,330Z", p.WHITE)
        + line(800, 372, 800, 310, p.STONE, 6)
        + circle(800, 306, 9, p.RED)
        + rect(690, 420, 10, 64, p.STONE)
        + circle(695, 416, 14, p.STONE)
    )
    ramp = poly([(830, 776), (900, 776), (1010, 986), (900, 986)], p.STONE) + "".join(
        line(842 + 15 * i, 800 + 38 * i, 908 + 20 * i, 800 + 38 * i, p.SLATE, 6) for i in range(5)
    )
    return shadow + legs + _lander_wings() + body + facets + deck + dish + inner + ramp


def _lander_wings() -> str:
    return (
        poly([(590, 560), (590, 720), (440, 700), (440, 540)], p.NAVY)
        + poly([(1010, 560), (1010, 720), (1160, 700), (1160, 540)], p.darker(p.NAVY, 0.3))
        + "".join(
            line(590 - 50 * i, 560 - 7 * i, 590 - 50 * i, 720 - 7 * i, p.SKY, 3)
            + line(1010 + 50 * i, 560 - 7 * i, 1010 + 50 * i, 720 - 7 * i, p.SKY, 3)
            for i in range(4)
        )
        + line(590, 640, 440, 620, p.SKY, 3)
        + line(1010, 640, 1160, 620, p.SKY, 3)
    )


def _rover() -> str:
    wheels = "".join(circle(x, 1020, 30, p.INK) + circle(x, 1020, 14, p.SLATE) for x in (1120, 1190, 1260))
    body = (
        rect(1090, 926, 200, 70, p.GOLD, r=6)
        + rect(1190, 926, 100, 70, p.INK, r=6, o=0.2)
        + poly([(1060, 920), (1290, 920), (1330, 850), (1100, 850)], p.NAVY)
        + line(1196, 920, 1230, 850, p.SKY, 3)
        + line(1078, 886, 1312, 886, p.SKY, 3)
    )
    mast = rect(1272, 780, 10, 150, p.STONE) + rect(1246, 760, 62, 30, p.WHITE, r=5) + circle(1300, 775, 8, p.INK)
    return ellipse(1200, 1052, 170, 16, p.INK, o=0.35) + wheels + body + mast
