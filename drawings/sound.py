"""A sound for the sample newsroom: the horn of a river launch, made of a few sine waves."""

import math
import struct
import wave
from io import BytesIO

RATE_HZ = 8_000
_BLASTS = ((0.2, 2.6), (3.4, 1.2))
"""Begin and length of each, in seconds."""

_LENGTH_S = 5.4
_TONES = ((98.0, 1.0), (123.5, 0.7), (196.0, 0.45), (247.0, 0.3), (294.0, 0.2), (392.0, 0.1))
"""Frequency and strength of each wave: two horns a third apart, with their overtones."""


def horn_wav() -> bytes:
    """Return a long blast and a short one with their echo over water, as a WAV file of one channel."""
    dry = [_blast(step / RATE_HZ) for step in range(int(_LENGTH_S * RATE_HZ))]
    delay = int(0.42 * RATE_HZ)
    wet = [sample + 0.28 * (dry[step - delay] if step >= delay else 0.0) for step, sample in enumerate(dry)]
    loudest = max(map(abs, wet))
    made = BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 1, RATE_HZ, len(wet), "NONE", ""))
        file.writeframes(b"".join(struct.pack("B", 128 + round(120 * sample / loudest)) for sample in wet))
    return made.getvalue()


def _blast(at_s: float) -> float:
    strength = sum(_swell(at_s - begin, length) for begin, length in _BLASTS)
    waver = 1 + 0.004 * math.sin(2 * math.pi * 5.2 * at_s)
    return strength * sum(loud * math.sin(2 * math.pi * tone * waver * at_s) for tone, loud in _TONES)


def _swell(since_s: float, length_s: float) -> float:
    """Return how loud a blast is: it rises for 0.15 seconds and dies away in 0.5."""
    if not 0 <= since_s <= length_s + 0.5:
        return 0.0
    return min(1.0, since_s / 0.15) * min(1.0, max(0.0, (length_s + 0.5 - since_s) / 0.5))
