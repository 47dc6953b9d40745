"""The twenty matt colours of the house, how to mix them, and the light of four hours."""

from typing import NamedTuple

SKY = "#9db7c4"
HAZE = "#d9d6c6"
DUSK = "#e8a271"
GLOW = "#f1c795"
NIGHT = "#22303f"
WATER = "#5b7f86"
DEEP = "#3c5866"
GRASS = "#6c8a54"
FIELD = "#8fa06a"
SAND = "#cfb98a"
BRICK = "#9a5a45"
RED = "#a83a32"
GOLD = "#d9a441"
TEAL = "#2f6f78"
PLUM = "#6b4a78"
NAVY = "#2c4f86"
INK = "#23211f"
SLATE = "#4a4f55"
STONE = "#c9c3b3"
WHITE = "#efeadd"


def mix(first: str, second: str, share: float) -> str:
    """Return `first` with `share` (0 to 1) of `second` in it, as `#rrggbb`."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float = 0.25) -> str:
    """Return the colour of the shaded side."""
    return mix(colour, INK, share)


def lighter(colour: str, share: float = 0.3) -> str:
    """Return the colour of the lit side."""
    return mix(colour, WHITE, share)


FOREST = mix(GRASS, NIGHT, 0.55)
"""Trees seen against the light."""

SKINS = (mix(BRICK, INK, 0.22), mix(BRICK, DUSK, 0.45), mix(BRICK, INK, 0.42), mix(BRICK, DUSK, 0.15))
"""Four complexions, all from brick, so that they sit in the palette."""


class Light(NamedTuple):
    """The sky of one hour."""

    top: str
    """Colour at the upper edge."""
    low: str
    """Colour at the horizon."""
    sun: str
    """Colour of sun, moon or lamps."""
    far: str
    """Colour of what stands at the horizon."""


DAWN = Light(top=mix(SKY, WHITE, 0.15), low=mix(GLOW, WHITE, 0.35), sun=WHITE, far=mix(SKY, DEEP, 0.3))
NOON = Light(top=SKY, low=HAZE, sun=WHITE, far=mix(SKY, FOREST, 0.35))
EVENING = Light(
    top=mix(PLUM, NIGHT, 0.25),
    low=mix(DUSK, GLOW, 0.45),
    sun=mix(GLOW, WHITE, 0.45),
    far=mix(PLUM, NIGHT, 0.45),
)
AFTER_DARK = Light(top=NIGHT, low=mix(DEEP, PLUM, 0.2), sun=mix(GLOW, WHITE, 0.4), far=mix(NIGHT, DEEP, 0.35))
