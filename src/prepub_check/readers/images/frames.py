"""The frames of a picture as they are looked at: upright, in RGB, on a ground that text stands out from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageOps, ImageSequence, ImageStat

_BRIGHT: Final = 160


def frames(picture: Image.Image) -> Iterator[Image.Image]:
    """Give each frame; raises what Pillow raises."""
    for frame in ImageSequence.Iterator(picture):
        upright = ImageOps.exif_transpose(frame)
        yield _on_ground(upright) if upright.has_transparency_data else _opaque(upright)


def _opaque(frame: Image.Image) -> Image.Image:
    if frame.mode.startswith(("I", "F")):
        low, high = (float(each) for each in ImageStat.Stat(frame.convert("F")).extrema[0])
        scale = 255 / max(high - low, 1.0)
        return frame.convert("F").point(lambda value: value * scale - low * scale).convert("RGB")
    return frame.convert("RGB")


def _on_ground(frame: Image.Image) -> Image.Image:
    layered = frame.convert("RGBA")
    bright = ImageStat.Stat(layered.convert("L"), layered.getchannel("A").point(lambda a: 255 * (a > 0)))
    dark_ground = bright.count[0] > 0 and bright.mean[0] > _BRIGHT
    ground = Image.new("RGBA", layered.size, "black" if dark_ground else "white")
    return Image.alpha_composite(ground, layered).convert("RGB")
