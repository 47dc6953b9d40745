"""The people of the house: faceless figures 100 units high, feet at the origin, lit from the left."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from drawings import palette as p
from drawings.shapes import bent, circle, ellipse, line, path, place, poly, rect

Spot = tuple[float, float]


class Look(NamedTuple):
    """What one person wears."""

    top: str
    """Colour of shirt, blouse or jacket."""
    low: str = p.INK
    """Colour of trousers, lungi or sari."""
    wear: str = "trousers"
    """One of the cuts in `_CUTS`."""
    head: str = "short"
    """One of the heads in `_HEADS`."""
    accent: str = p.WHITE
    """Colour of cap, veil, scarf or tie."""
    skin: str = p.SKINS[0]
    """Complexion."""
    hair: str = p.INK
    """Colour of the hair."""


class Pose(NamedTuple):
    """Where elbows, hands and feet are, left limb first (left as the reader sees it)."""

    left: tuple[Spot, Spot]
    right: tuple[Spot, Spot]
    feet: tuple[float, float] = (-6, 6)


_DOWN_L: tuple[Spot, Spot] = ((-17, -62), (-15.5, -46))
_DOWN_R: tuple[Spot, Spot] = ((17, -62), (15.5, -46))

POSES: Mapping[str, Pose] = MappingProxyType(
    {
        "stand": Pose(_DOWN_L, _DOWN_R),
        "walk": Pose(((-18, -64), (-23, -50)), ((17, -62), (22, -49)), (-11, 10)),
        "stride": Pose(((-18, -64), (-24, -52)), ((16, -63), (25, -56)), (-16, 15)),
        "point": Pose(_DOWN_L, ((25, -74), (40, -82))),
        "reach": Pose(((-2, -62), (20, -60)), ((20, -66), (34, -62))),
        "raise": Pose(_DOWN_L, ((22, -92), (20, -110))),
        "cheer": Pose(((-22, -92), (-20, -110)), ((22, -92), (20, -110))),
        "carry": Pose(((-22, -88), (-12, -103)), ((22, -88), (12, -103))),
        "hold": Pose(((-18, -62), (-4, -58)), ((18, -62), (4, -58))),
        "book": Pose(((-18, -64), (-6, -64)), ((18, -64), (6, -64))),
        "salute": Pose(_DOWN_L, ((22, -84), (7, -92))),
        "pole": Pose(((-4, -66), (18, -64)), ((22, -78), (24, -92))),
        "hip": Pose(((-23, -64), (-11, -52)), _DOWN_R),
    }
)


def person(
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: str = "stand",
    *,
    flip: bool = False,
    back: bool = False,
) -> str:
    """Return one person whose feet are at (x, y); `back` turns the face away."""
    shadow = ellipse(3, -0.5, 19, 2.6, p.INK, o=0.2)
    return place(shadow + figure(look, POSES[pose], back=back), x, y, height / 100, flip=flip)


def figure(look: Look, pose: Pose, *, back: bool = False) -> str:
    """Return the person in units of one hundredth of the height."""
    worn = look._replace(wear=_FROM_BEHIND.get(look.wear, look.wear)) if back else look
    return _legs(worn, pose.feet) + trunk(worn, pose, back=back)


def trunk(look: Look, pose: Pose, *, back: bool = False) -> str:
    """Return the same without legs, for those who run."""
    arms = _arm(look, -12, pose.left) + _arm(look, 12, pose.right)
    return _CUTS[look.wear](look) + arms + head(look, back=back)


def head(look: Look, *, back: bool = False) -> str:
    """Return neck, head and what is worn on it; the chin is at -83, the crown at -100."""
    neck = rect(-3.2, -87, 6.4, 6, p.darker(look.skin, 0.15), r=1)
    hair = _long_hair(look) if look.head == "long" else ""
    if back and look.head == "long":
        return neck + ellipse(0, -91.4, 7.4, 8.6, look.hair) + hair
    if back and look.head != "veil":
        return neck + ellipse(0, -91.4, 7.4, 8.6, look.hair) + _HEADS[look.head](look, back)
    return hair + neck + ellipse(0, -91, 7, 8.2, look.skin) + _HEADS[look.head](look, back)


def bust(x: float, y: float, width: float, look: Look, *, back: bool = False, flip: bool = False) -> str:
    """Return head and shoulders; (x, y) is the middle of the lower edge, 28 units of width across."""
    body = path("M-15,-50 L-15,-76 Q-14,-83 -6,-84 L6,-84 Q14,-83 15,-76 L15,-50Z", look.top)
    shade = path("M4,-50 L4,-84 L6,-84 Q14,-83 15,-76 L15,-50Z", p.INK, o=0.14)
    drape = _veil_drape(look) if look.head == "veil" and not back else ""
    return place(place(body + shade + drape + head(look, back=back), 0, 50), x, y, width / 28, flip=flip)


def seated(x: float, y: float, height: float, look: Look, *, flip: bool = False, back: bool = False) -> str:
    """Return someone cross-legged on the ground; `height` is that of the same person standing."""
    knees = path("M-26,-1 Q-30,-12 -10,-16 L10,-16 Q30,-12 26,-1 Q14,3 0,1 Q-14,3 -26,-1Z", look.low)
    fold = bent([(-20, -3), (0, -7), (20, -3)], p.darker(look.low, 0.3), 1.4)
    body = path("M-12,-10 L-14,-45 Q-14,-50 -6,-51 L6,-51 Q14,-50 14,-45 L12,-10Z", look.top)
    shade = path("M3,-10 L3,-51 L6,-51 Q14,-50 14,-45 L12,-10Z", p.INK, o=0.14)
    arms = place(_arm(look, -12, ((-18, -60), (-9, -48))) + _arm(look, 12, ((18, -60), (9, -48))), 0, 33)
    veil = place(_veil_drape(look), 0, 33) if look.head == "veil" else ""
    inner = body + shade + veil + knees + fold + arms + place(head(look, back=back), 0, 33)
    return place(inner, x, y, height / 100, flip=flip)


def _arm(look: Look, shoulder: float, spots: tuple[Spot, Spot]) -> str:
    elbow, hand = spots
    sleeve = p.darker(look.top, 0.1 if shoulder < 0 else 0.26)
    bare = look.wear in ("lungi", "sari", "shorts")
    cuff = look.skin if bare else sleeve
    return (
        bent([elbow, hand], cuff, 5.6)
        + bent([(shoulder, -78.5), elbow], sleeve, 7)
        + circle(hand[0], hand[1], 3.3, look.skin)
    )


def _legs(look: Look, feet: tuple[float, float]) -> str:
    left, right = feet
    bare = look.wear in ("lungi", "shorts")
    near = look.skin if bare else look.low
    if look.wear in ("kurta", "robe"):
        near = p.darker(p.WHITE, 0.1)
    far = p.darker(near, 0.22)
    shoe = p.darker(look.skin, 0.3) if bare else p.INK
    return (
        bent([(4.5, -44), (right * 0.8, -22), (right, -3)], far, 8.4)
        + bent([(-4.5, -44), (left * 0.8, -22), (left, -3)], near, 8.4)
        + ellipse(left - 0.6, -1.6, 5.4, 2.4, shoe)
        + ellipse(right + 0.6, -1.6, 5.4, 2.4, shoe)
    )


def _torso(colour: str, hem: float, spread: float) -> str:
    """Return shoulders down to `hem`, `spread` wide on either side, with its shaded half."""
    left = f"M-14,-78 Q-14,-83 -6,-84 L6,-84 Q14,-83 14,-78 L{spread},{hem} L{-spread},{hem}Z"
    right = f"M4,-84 L6,-84 Q14,-83 14,-78 L{spread},{hem} L3,{hem}Z"
    return path(left, colour) + path(right, p.INK, o=0.15)


def _trousers(look: Look) -> str:
    return _torso(look.top, -43, 11) + rect(-10, -45, 20, 3, p.darker(look.low, 0.3))


def _suit(look: Look) -> str:
    shirt = poly([(-5, -84), (5, -84), (0, -64)], p.WHITE)
    tie = poly([(-1.4, -82), (1.4, -82), (2, -70), (0, -66), (-2, -70)], look.accent)
    return _torso(look.top, -39, 11.5) + shirt + tie + line(0, -64, 0, -39, p.INK, 0.8, o=0.4)


def _uniform(look: Look) -> str:
    belt = rect(-11.4, -54, 22.8, 3.6, p.darker(look.top, 0.5))
    boards = rect(-14, -83, 6, 2.6, look.accent) + rect(8, -83, 6, 2.6, look.accent)
    strap = line(-9, -83, 9, -52, p.darker(look.top, 0.5), 2)
    return _torso(look.top, -38, 12) + belt + strap + boards


def _lungi(look: Look) -> str:
    skirt = path("M-11,-50 L-13.5,-12 Q0,-8 13.5,-12 L11,-50Z", look.low)
    shade = path("M3,-50 L4,-9.5 Q9,-10 13.5,-12 L11,-50Z", p.INK, o=0.16)
    check = "".join(line(-12.5, y, 12.5, y, p.WHITE, 1, o=0.35) for y in (-40, -30, -20))
    knot = poly([(-3, -50), (3, -50), (5, -36), (0, -32), (-2, -38)], p.darker(look.low, 0.15))
    return _torso(look.top, -47, 10.5) + skirt + check + shade + knot


def _kurta(look: Look) -> str:
    placket = line(0, -83, 0, -62, p.darker(look.top, 0.3), 1.4)
    return _robe(look) + placket


def _robe(look: Look) -> str:
    return _torso(look.top, -27, 14)


def _tunic(look: Look) -> str:
    return _torso(look.top, -24, 16)


def _kameez(look: Look) -> str:
    scarf = path("M-8,-84 Q-10,-66 -6,-46 L-1,-46 Q-4,-66 -3,-82 L6,-84 L8,-82 L-2,-78Z", look.accent)
    return _torso(look.top, -24, 16) + scarf


def _sari(look: Look) -> str:
    skirt = path("M-10,-56 Q-13,-30 -15,-1 Q0,3 15,-1 Q13,-30 10,-56Z", look.low)
    folds = "".join(line(x, -48, x * 1.5, -1, p.darker(look.low, 0.25), 1.2) for x in (-3, 0, 3))
    hem = path("M-14.7,-5 Q0,-1 14.7,-5 L15,-1 Q0,3 -15,-1Z", look.accent)
    drape = path("M14,-80 Q8,-86 3,-83 Q-8,-66 -11,-50 L-8,-44 L10,-56 Q15,-66 14,-80Z", look.low)
    edge = bent([(3, -83), (-6, -66), (-11, -50)], look.accent, 1.6)
    shade = path("M5,-56 L6,1 Q11,0 15,-1 Q13,-30 10,-56Z", p.INK, o=0.16)
    return _torso(look.top, -50, 10) + skirt + folds + hem + shade + drape + edge


def _shorts(look: Look) -> str:
    legs = path("M-10.5,-46 L-11.5,-27 L-1,-27 L0,-38 L1,-27 L11.5,-27 L10.5,-46Z", look.low)
    return _torso(look.top, -43, 10.5) + legs


def _fringe(look: Look) -> str:
    d = "M-7.6,-90 Q-8.6,-100.4 0,-100.6 Q8.6,-100.4 7.6,-90 Q6.6,-95 2,-95.6 Q-5.6,-95.6 -7.6,-90Z"
    return path(d, look.hair)


def _long_hair(look: Look) -> str:
    return path("M-8,-94 Q-8,-101 0,-101 Q8,-101 8,-94 L10,-74 Q0,-71 -10,-74Z", look.hair)


def _veil_drape(look: Look) -> str:
    return path("M-9,-90 Q-17,-78 -16,-60 L-4,-58 L0,-80 L5,-58 L16,-62 Q16,-78 9,-90Z", look.accent)


def _veil_fall(look: Look) -> str:
    fall = path("M-9,-90 Q-17,-78 -16,-54 Q0,-48 16,-54 Q16,-78 9,-90Z", look.accent)
    return fall + path("M3,-90 Q8,-70 6,-51 Q12,-52 16,-54 Q16,-78 9,-90Z", p.INK, o=0.14)


def _short(look: Look, back: bool) -> str:
    return "" if back else _fringe(look)


def _bun(look: Look, back: bool) -> str:
    knot = circle(0, -88, 4.6, p.mix(look.hair, p.SLATE, 0.35)) if back else circle(0, -102, 4, look.hair)
    return knot + _short(look, back)


def _tail(look: Look, back: bool) -> str:
    tail = path("M-2.4,-95 Q-5,-82 0,-68 Q5,-82 2.4,-95Z", p.mix(look.hair, p.SLATE, 0.4))
    if back:
        return tail + rect(-2.6, -94, 5.2, 2.4, look.accent)
    return path("M5,-98 Q15,-96 12,-80 Q9,-88 6,-92Z", look.hair) + _fringe(look)


def _veil(look: Look, back: bool) -> str:
    drape = _veil_fall(look) if back else _veil_drape(look)
    hood = path("M-9,-84 Q-11,-102 0,-102.4 Q11,-102 9,-84 Q5,-80 0,-80 Q-5,-80 -9,-84Z", look.accent)
    shade = path("M3,-102 Q11,-101 9,-84 Q7,-81 4,-80.5Z", p.INK, o=0.14)
    face = "" if back else ellipse(0, -90, 5.6, 7, look.skin)
    return drape + hood + shade + face


def _topi(look: Look, back: bool) -> str:
    cap = path("M-7.6,-95 L-6.8,-101 Q0,-104 6.8,-101 L7.6,-95 Q0,-97 -7.6,-95Z", look.accent)
    return ("" if back else _fringe(look)) + cap


def _officer(look: Look, back: bool) -> str:
    crown = path("M-8,-97 L-12,-103 Q0,-109 12,-103 L8,-97Z", look.accent)
    band = rect(-8, -98.4, 16, 3.4, p.darker(look.accent, 0.45))
    brim = "" if back else path("M-8,-95 Q0,-90 8,-95 Q0,-97 -8,-95Z", p.INK)
    return crown + band + brim


def _hard_hat(look: Look, _back: bool) -> str:
    dome = path("M-8.6,-95 Q-8.6,-105 0,-105 Q8.6,-105 8.6,-95Z", look.accent)
    return dome + rect(-10.6, -96.2, 21.2, 2.6, p.darker(look.accent, 0.15), r=1.3)


def _gamcha(look: Look, _back: bool) -> str:
    wrap = path("M-8.4,-93 Q-10,-103 0,-103.4 Q10,-103 8.4,-93 Q0,-97 -8.4,-93Z", look.accent)
    stripe = bent([(-7, -98), (0, -100.6), (7, -98)], p.WHITE, 1.2, o=0.7)
    return wrap + stripe


def _straw(_look: Look, _back: bool) -> str:
    cone = path("M-17,-94 Q0,-99 17,-94 Q8,-104 0,-108 Q-8,-104 -17,-94Z", p.SAND)
    return cone + path("M2,-96.4 Q10,-96 17,-94 Q8,-104 0,-108Z", p.INK, o=0.18)


_CUTS = MappingProxyType(
    {
        "trousers": _trousers,
        "suit": _suit,
        "uniform": _uniform,
        "lungi": _lungi,
        "kurta": _kurta,
        "robe": _robe,
        "tunic": _tunic,
        "kameez": _kameez,
        "sari": _sari,
        "shorts": _shorts,
    }
)

_FROM_BEHIND = MappingProxyType({"suit": "trousers", "kurta": "robe", "kameez": "tunic"})
"""Cuts that have nothing to show at the back."""

_HEADS = MappingProxyType(
    {
        "short": _short,
        "long": _short,
        "bun": _bun,
        "tail": _tail,
        "veil": _veil,
        "topi": _topi,
        "officer": _officer,
        "hat": _hard_hat,
        "gamcha": _gamcha,
        "straw": _straw,
    }
)
