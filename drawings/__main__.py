"""Write pictures, portraits, the sheet and a sound into `content/`: `python -m drawings` at the project's root."""

from pathlib import Path
from types import MappingProxyType

import pyvips

from drawings.portraits import SITTERS, portrait
from drawings.scenes import SCENES
from drawings.sheet import advice_pdf
from drawings.sound import horn_wav

SEED = 7
PICTURE_PX = 1280
PORTRAIT_PX = 320
QUALITIES = (82, 78, 74, 70)
"""JPEG qualities to try, best first."""

WEIGHT_BYTES = 45 * 1024
"""What a picture should weigh at most; the last quality is taken even when it is over."""

_HOMES = MappingProxyType({"classroom": Path("climate/heat-school")})
"""Folders of the pictures that lie beside their article; the rest are in `images`."""


def main(content: Path) -> None:
    """Write all files under `content`, over whatever is there, and print their number and weight."""
    written = [
        *(
            _write(content / _HOMES.get(name, Path("images")) / f"{name}.jpg", jpeg(scene(SEED), PICTURE_PX))
            for name, scene in SCENES.items()
        ),
        *(
            _write(content / "images/people" / f"{id_}.jpg", jpeg(portrait(sitter), PORTRAIT_PX))
            for id_, sitter in SITTERS.items()
        ),
        _write(content / "climate/heat-school/advice.pdf", advice_pdf()),
        _write(content / "bangladesh/launch-horn.wav", horn_wav()),
    ]
    print(f"{len(written)} files, {sum(written) / 1024:.0f} KB, the largest {max(written) / 1024:.0f} KB")


def jpeg(svg: str, width_px: int) -> bytes:
    """Return the drawing as a progressive JPEG of that width, without metadata.

    The best of `QUALITIES` whose file is within `WEIGHT_BYTES`, or else the last.
    """
    drawn = pyvips.Image.svgload_buffer(svg.encode())
    scaled = drawn.flatten(background=255).resize(width_px / drawn.width).copy_memory()
    tries = (_encoded(scaled, quality) for quality in QUALITIES)
    return next((made for made in tries if len(made) <= WEIGHT_BYTES), _encoded(scaled, QUALITIES[-1]))


def _encoded(image: pyvips.Image, quality: int) -> bytes:
    """Return the JPEG; trellis and table are mozjpeg's, and save a sixth on flat colour."""
    return bytes(
        image.jpegsave_buffer(
            Q=quality,
            keep=0,
            optimize_coding=True,
            interlace=True,
            trellis_quant=True,
            overshoot_deringing=True,
            optimize_scans=True,
            quant_table=3,
        )
    )


def _write(path: Path, content: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)


if __name__ == "__main__":
    main(Path("content"))
