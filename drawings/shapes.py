"""SVG primitives as strings. Knows numbers and colours, and nothing of what is drawn."""

from collections.abc import Iterable, Sequence

WIDTH = 1600
HEIGHT = 1200


def num(value: float) -> str:
    """Return a short decimal, without trailing zeros."""
    return f"{value:.1f}".removesuffix(".0")


def svg(*parts: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return a whole SVG document with the parts in painting order."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{"".join(parts)}</svg>'
    )


def rect(x: float, y: float, w: float, h: float, fill: str, *, r: float = 0, o: float = 1) -> str:
    """Return a box; `r` rounds its corners, `o` is its opacity."""
    size = f'width="{num(w)}" height="{num(h)}"{_round(r)}'
    return f'<rect x="{num(x)}" y="{num(y)}" {size} fill="{fill}"{_see(o)}/>'


def circle(x: float, y: float, r: float, fill: str, *, o: float = 1) -> str:
    """Return a disc."""
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"{_see(o)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, *, o: float = 1) -> str:
    """Return an ellipse with its axes upright."""
    return f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"{_see(o)}/>'


def poly(points: Iterable[tuple[float, float]], fill: str, *, o: float = 1) -> str:
    """Return a filled polygon."""
    return f'<polygon points="{_points(points)}" fill="{fill}"{_see(o)}/>'


def path(d: str, fill: str, *, o: float = 1) -> str:
    """Return a filled path."""
    return f'<path d="{d}" fill="{fill}"{_see(o)}/>'


def stroke(d: str, colour: str, width: float, *, o: float = 1) -> str:
    """Return a path drawn with a round pen."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" '
        f'stroke-linecap="round" stroke-linejoin="round"{_see(o)}/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, *, o: float = 1) -> str:
    """Return one straight stroke with flat ends."""
    return (
        f'<path d="M{num(x1)},{num(y1)}L{num(x2)},{num(y2)}" stroke="{colour}" stroke-width="{num(width)}"{_see(o)}/>'
    )


def bent(points: Sequence[tuple[float, float]], colour: str, width: float, *, o: float = 1) -> str:
    """Return a round pen through the points: limbs, ropes, poles."""
    return stroke("M" + "L".join(f"{num(x)},{num(y)}" for x, y in points), colour, width, o=o)


def ring(x: float, y: float, r: float, colour: str, width: float, *, o: float = 1) -> str:
    """Return a circle line."""
    return (
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="none" stroke="{colour}" '
        f'stroke-width="{num(width)}"{_see(o)}/>'
    )


def fade(x: float, y: float, w: float, h: float, top: str, low: str) -> str:
    """Return a box that goes from `top` down to `low`."""
    name = f"f{top[1:]}{low[1:]}"
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{low}"/></linearGradient>' + rect(x, y, w, h, f"url(#{name})")
    )


def place(
    inner: str, x: float, y: float, scale: float = 1, *, flip: bool = False, turn: float = 0, o: float = 1
) -> str:
    """Return `inner` moved, scaled, mirrored left to right, or turned by degrees."""
    across = -scale if flip else scale
    spin = f" rotate({num(turn)})" if turn else ""
    move = f"translate({num(x)} {num(y)}){spin} scale({across:.4f} {scale:.4f})"
    return f'<g transform="{move}"{_see(o)}>{inner}</g>'


def clip(inner: str, name: str, outline: str) -> str:
    """Return `inner` seen only inside the path `outline`; `name` is unique in its picture."""
    return f'<clipPath id="{name}"><path d="{outline}"/></clipPath><g clip-path="url(#{name})">{inner}</g>'


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{num(x)},{num(y)}" for x, y in points)


def _round(r: float) -> str:
    return f' rx="{num(r)}"' if r else ""


def _see(o: float) -> str:
    return f' opacity="{o:.2f}"' if o < 1 else ""
