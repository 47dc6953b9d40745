"""Things more than one scene needs: skies, water, trees, huts, boats, beasts and lamps."""

import math
from random import Random

from drawings import palette as p
from drawings.shapes import WIDTH, bent, circle, ellipse, fade, line, path, place, poly, rect, ring, stroke

CLOTHS = (p.RED, p.TEAL, p.GOLD, p.NAVY, p.PLUM, p.WHITE, p.DUSK, p.GRASS)
"""Colours for cloth, spines and shirts."""


def sky(light: p.Light, horizon: float) -> str:
    """Return the air, from the upper edge down to the horizon."""
    return fade(0, 0, WIDTH, horizon + 2, light.top, light.low)


def sun(x: float, y: float, r: float, colour: str) -> str:
    """Return a disc with two pale rings about it."""
    halo = circle(x, y, r * 1.9, colour, o=0.14) + circle(x, y, r * 1.42, colour, o=0.2)
    return halo + circle(x, y, r, colour)


def clouds(seed: int, top: float, low: float, colour: str, *, count: int = 4, o: float = 0.5) -> str:
    """Return flat-bottomed clouds between two heights, one in each share of the width."""
    rng = Random(seed)
    share = WIDTH / count
    return "".join(
        place(
            _CLOUD.replace("FILL", colour),
            share * (i + rng.uniform(0.2, 0.8)),
            rng.uniform(top, low),
            rng.uniform(0.3, 0.42) * share / 130,
            o=o,
        )
        for i in range(count)
    )


_CLOUD = '<path d="M-130,0 Q-128,-30 -84,-34 Q-66,-78 -10,-70 Q22,-92 62,-60 Q118,-58 130,0Z" fill="FILL"/>'


def hills(seed: int, base: float, height: float, colour: str, *, step: int = 260) -> str:
    """Return a row of soft hills standing on `base`."""
    rng = Random(seed)
    d = f"M-20,{base}"
    x = -20
    d += f" L-20,{base - height * rng.uniform(0.3, 0.8):.0f}"
    while x < WIDTH + step:
        peak = base - height * rng.uniform(0.6, 1.25)
        dip = base - height * rng.uniform(0.25, 0.55)
        d += f" Q{x + step / 2:.0f},{peak:.0f} {x + step},{dip:.0f}"
        x += step
    return path(d + f" L{x},{base}Z", colour)


def treeline(seed: int, base: float, height: float, colour: str, *, start: float = -40, end: float = 1640) -> str:
    """Return a far bank of round trees and a few palms."""
    rng = Random(seed)
    parts = []
    x = start
    while x < end:
        r = height * rng.uniform(0.35, 0.75)
        parts.append(ellipse(x, base - r * 0.35, r * 1.35, r, colour))
        if rng.random() < 0.28:
            parts.append(palm(x, base, height * rng.uniform(1.5, 2.1), rng.uniform(-14, 14), colour))
        x += r * rng.uniform(1.2, 1.9)
    return "".join(parts) + rect(start, base - height * 0.2, end - start, height * 0.2 + 1, colour)


def palm(x: float, y: float, height: float, lean: float, colour: str, trunk: str | None = None) -> str:
    """Return a palm with its foot at (x, y); `lean` moves the crown sideways."""
    tx, ty = x + lean, y - height
    w = height * 0.045
    stem = stroke(
        f"M{x:.0f},{y:.0f} Q{x + lean * 0.2:.0f},{y - height * 0.55:.0f} {tx:.0f},{ty:.0f}",
        trunk or colour,
        w,
    )
    fronds = "".join(
        _frond(tx, ty, height * 0.42, angle, colour) for angle in (-168, -140, -108, -72, -40, -12, 20, 160)
    )
    return stem + fronds


def _frond(x: float, y: float, size: float, angle: float, colour: str) -> str:
    a = math.radians(angle)
    ex, ey = x + size * math.cos(a), y + size * math.sin(a) * 0.8 + size * 0.32
    mx, my = x + size * 0.6 * math.cos(a), y + size * 0.75 * math.sin(a) - size * 0.12
    return path(
        f"M{x:.0f},{y:.0f} Q{mx:.0f},{my - size * 0.1:.0f} {ex:.0f},{ey:.0f} "
        f"Q{mx:.0f},{my + size * 0.16:.0f} {x:.0f},{y:.0f}Z",
        colour,
    )


def tree(x: float, y: float, size: float, colour: str) -> str:
    """Return a round tree in two tones, `size` high."""
    trunk = rect(x - size * 0.04, y - size * 0.4, size * 0.08, size * 0.4, p.darker(p.BRICK, 0.45))
    dark = p.darker(colour, 0.25)
    crown = ellipse(x + size * 0.06, y - size * 0.6, size * 0.4, size * 0.36, dark)
    lit = ellipse(x - size * 0.08, y - size * 0.66, size * 0.3, size * 0.27, colour)
    return trunk + crown + lit


def ripples(seed: int, top: float, low: float, colour: str, *, count: int = 14, o: float = 0.6) -> str:
    """Return short wave lines, longer and thicker the nearer they are."""
    rng = Random(seed)
    parts = []
    for i in range(count):
        t = (i + rng.random()) / count
        y = top + (low - top) * t
        size = 26 + 90 * t
        x = rng.uniform(-40, WIDTH)
        d = f"M{x:.0f},{y:.0f} q{size / 2:.0f},{-size * 0.16:.0f} {size:.0f},0 t{size:.0f},0"
        parts.append(stroke(d, colour, 2.5 + 4 * t, o=o))
    return "".join(parts)


def glints(seed: int, x: float, top: float, low: float, spread: float, colour: str, *, count: int = 22) -> str:
    """Return the broken path of light under a sun or lamp."""
    rng = Random(seed)
    parts = []
    for i in range(count):
        t = i / count
        w = spread * (0.35 + 0.65 * t) * rng.uniform(0.35, 1)
        cx = x + rng.uniform(-0.4, 0.4) * spread * (0.4 + t)
        parts.append(rect(cx - w / 2, top + (low - top) * t, w, 5 + 7 * t, colour, r=5, o=0.75 - 0.4 * t))
    return "".join(parts)


def hut(x: float, y: float, w: float, *, wall: str = p.SAND, roof: str = p.BRICK, depth: float = 0.3) -> str:
    """Return a village house with a hipped roof; (x, y) is the middle of its foot."""
    h = w * 0.36
    left, right = x - w / 2, x + w / 2
    body = rect(left, y - h, w, h, wall) + rect(x + w * 0.12, y - h, w * 0.38, h, p.INK, o=0.13)
    door = rect(x - w * 0.1, y - h * 0.78, w * 0.17, h * 0.78, p.darker(p.BRICK, 0.5))
    slats = "".join(line(left + w * i / 12, y - h, left + w * i / 12, y, p.INK, 2, o=0.13) for i in range(1, 12))
    eave = poly(
        [
            (left - w * 0.1, y - h * 0.92),
            (right + w * 0.1, y - h * 0.92),
            (right - w * 0.12, y - h - w * depth),
            (left + w * 0.12, y - h - w * depth),
        ],
        roof,
    )
    shade = poly(
        [
            (x + w * 0.12, y - h * 0.92),
            (right + w * 0.1, y - h * 0.92),
            (right - w * 0.12, y - h - w * depth),
            (x + w * 0.1, y - h - w * depth),
        ],
        p.INK,
        o=0.16,
    )
    return body + slats + door + eave + shade


def country_boat(x: float, y: float, w: float, *, hull: str = p.INK, hood: str | None = None) -> str:
    """Return a wooden river boat with raised ends; (x, y) is the middle of the waterline."""
    d = "M-50,-13 Q-40,-4 -26,-2 L30,-2 Q44,-5 54,-20 Q50,4 34,9 L-28,9 Q-44,6 -50,-13Z"
    trim = bent([(-48, -11), (-38, -4), (-26, -1), (30, -1), (44, -5), (52, -17)], p.lighter(hull, 0.25), 1.6)
    shelter = ""
    if hood:
        shelter = path("M-24,-2 Q-24,-22 -4,-22 L10,-22 Q24,-20 24,-2Z", hood)
        shelter += "".join(
            stroke(f"M{i},-2 Q{i},-19 {i + 3},-21", p.darker(hood, 0.3), 0.9) for i in (-16, -8, 0, 8, 16)
        )
        shelter += ellipse(-22, -8, 3, 7, p.darker(hood, 0.55))
    return place(shelter + path(d, hull) + trim, x, y, w / 100)


def cow(x: float, y: float, size: float, colour: str, *, flip: bool = False, swim: bool = False) -> str:
    """Return a cow in profile, `size` long, feet at y; `swim` leaves off the legs."""
    dark = p.darker(colour, 0.25)
    legs = "" if swim else "".join(rect(i, -26, 6, 26, dark if i in (-22, 22) else colour) for i in (-30, -22, 14, 22))
    body = path("M-36,-52 Q-20,-58 0,-55 Q14,-60 26,-54 L30,-30 Q10,-22 -24,-25 Q-38,-26 -36,-52Z", colour)
    neck = path("M20,-54 Q32,-62 40,-66 L44,-54 Q34,-44 28,-34Z", colour)
    skull = path("M36,-68 L46,-68 Q54,-58 58,-48 L51,-45 L38,-54Z", dark)
    horn = stroke("M41,-68 Q40,-78 48,-79", p.STONE, 2.4) + ellipse(34, -66, 5, 2.4, dark)
    tail = stroke("M-36,-50 Q-43,-40 -40,-24", dark, 2.4)
    return place(legs + tail + body + neck + skull + horn, x, y, size / 100, flip=flip)


def lamp_row(y: float, colour: str, *, count: int, sag: float, r: float, start: float = -40, end: float = 1640) -> str:
    """Return a string of bulbs hung in one long curve."""
    mid = (start + end) / 2
    cord = stroke(f"M{start},{y} Q{mid},{y + sag * 2} {end},{y}", p.INK, 3, o=0.6)
    parts = [cord]
    for i in range(count):
        t = (i + 0.5) / count
        bx = start + (end - start) * t
        by = y + sag * 4 * t * (1 - t)
        parts.append(circle(bx, by + r, r * 2.2, colour, o=0.16) + circle(bx, by + r, r, colour))
    return "".join(parts)


def skyline(seed: int, base: float, height: float, colour: str, *, windows: str | None = None, lit: float = 0.4) -> str:
    """Return city blocks along the horizon; `windows` is the colour of those lit."""
    rng = Random(seed)
    parts = []
    x = -30.0
    while x < WIDTH:
        w = rng.uniform(70, 150)
        h = height * rng.uniform(0.4, 1)
        tone = p.mix(colour, p.INK, rng.uniform(0, 0.14))
        parts.append(rect(x, base - h, w + 1, h + 1, tone))
        if rng.random() < 0.4:
            parts.append(rect(x + w * 0.3, base - h - 16, w * 0.3, 17, tone))
        if windows:
            parts.append(_windows(rng, x, base - h, w, h, windows, lit))
        x += w + rng.choice((0, 0, 14, 30))
    return "".join(parts)


def _windows(rng: Random, x: float, y: float, w: float, h: float, colour: str, lit: float) -> str:
    columns = max(2, int(w / 34))
    gap = w / columns
    cells = [(i, j) for i in range(columns) for j in range(int(h / 44)) if rng.random() < lit]
    return "".join(rect(x + gap * (i + 0.3), y + 18 + 44 * j, gap * 0.4, 18, colour, o=0.8) for i, j in cells)


def wheel(x: float, y: float, r: float, *, tyre: str = p.INK, hub: str = p.STONE) -> str:
    """Return a solid wheel of lorry or gun."""
    return circle(x, y, r, tyre) + circle(x, y, r * 0.55, p.SLATE) + circle(x, y, r * 0.2, hub)


def spoked(x: float, y: float, r: float, colour: str, *, spokes: int = 14) -> str:
    """Return a bicycle wheel."""
    rays = "".join(
        line(
            x,
            y,
            x + r * math.cos(math.tau * i / spokes),
            y + r * math.sin(math.tau * i / spokes),
            colour,
            2.4,
            o=0.7,
        )
        for i in range(spokes)
    )
    return rays + ring(x, y, r, p.INK, r * 0.11) + ring(x, y, r * 0.9, p.STONE, 3) + circle(x, y, r * 0.1, colour)


def flag(x: float, y: float, w: float, h: float, colours: tuple[str, ...], *, pole: float, stem: str) -> str:
    """Return a flag of level bands blowing to the right from a pole `pole` high; (x, y) is its top."""
    band = h / len(colours)
    cloth = "".join(_band(x, y + band * i, w, band + 1, tone) for i, tone in enumerate(colours))
    fold = path(
        f"M{x + w * 0.5:.0f},{y + h * 0.02:.0f} Q{x + w * 0.62:.0f},{y - h * 0.06:.0f} "
        f"{x + w * 0.75:.0f},{y:.0f} "
        f"l0,{h:.0f} Q{x + w * 0.62:.0f},{y + h * 0.94:.0f} {x + w * 0.5:.0f},{y + h * 1.02:.0f}Z",
        p.INK,
        o=0.14,
    )
    rod = rect(x - w * 0.03, y - h * 0.06, w * 0.045, pole, stem) + circle(x, y - h * 0.08, w * 0.045, p.GOLD)
    return cloth + fold + rod


def _band(x: float, y: float, w: float, h: float, colour: str) -> str:
    s = w * 0.12
    return path(
        f"M{x:.0f},{y:.1f} q{w * 0.25:.0f},{-s:.0f} {w * 0.5:.0f},0 t{w * 0.5:.0f},0 l0,{h:.1f} "
        f"q{-w * 0.25:.0f},{s:.0f} {-w * 0.5:.0f},0 t{-w * 0.5:.0f},0Z",
        colour,
    )


def books(seed: int, x: float, y: float, w: float, h: float) -> str:
    """Return a shelf of spines standing on y, `w` wide and at most `h` high."""
    rng = Random(seed)
    parts = []
    at = x
    while at < x + w - h * 0.3:
        wide = h * rng.uniform(0.2, 0.38)
        tall = h * rng.uniform(0.7, 1)
        tone = rng.choice(CLOTHS)
        parts.append(
            rect(at, y - tall, wide - 2, tall, tone) + rect(at, y - tall * 0.8, wide - 2, tall * 0.1, p.INK, o=0.25)
        )
        at += wide
    return "".join(parts)


def open_book(x: float, y: float, s: float) -> str:
    """Return an open book seen from the front, 124 units wide at `s` = 1."""
    cover = poly([(-62, -34), (0, -22), (62, -34), (62, 34), (0, 46), (-62, 34)], p.RED)
    leaves = poly([(-56, -36), (0, -24), (0, 38), (-56, 28)], p.WHITE) + poly(
        [(56, -36), (0, -24), (0, 38), (56, 28)], p.STONE
    )
    return place(cover + leaves, x, y, s)
