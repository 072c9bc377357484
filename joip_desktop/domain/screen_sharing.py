"""Whether a screen is shared, read from what PipeWire's `pw-dump` tells of the streams that run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

_ANY: Final = "PipeWire:"
_NODE: Final = "PipeWire:Interface:Node"
_LINK: Final = "PipeWire:Interface:Link"

_SOURCES: Final = frozenset({"Stream/Output/Video", "Video/Source"})
"""The media classes of screens: the first of GNOME, KDE and niri, the second of the portals of wlroots and Hyprland.

Cameras are of the second class, too. What takes the pictures is no help: it looks alike for both.
"""

_OF_CAMERAS: Final = frozenset({"device.id", "device.api", "api.v4l2.path", "api.libcamera.path"})
"""A camera is a device, and has at least one of these; a screen is none."""

_NAMES_OF_CAMERAS: Final = ("v4l2_input", "libcamera_input")

_THE_DESKTOP: Final = "plasmashell"
"""KDE's panel takes pictures of windows for its own previews, which nobody else sees."""


def is_shared(dump: str) -> bool | None:
    """Whether a screen or a window is shared or recorded, by the output of `pw-dump`; None where that can't be told.

    A camera is no screen, also in a call. A video stream of unknown origin counts as a screen, because hiding too much
    does less harm. What copies the screen without PipeWire, such as wf-recorder, is not seen.
    """
    try:
        found = json.loads(dump)
    except (ValueError, RecursionError):
        return None
    objects = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    if not any(_text(one, "type").startswith(_ANY) for one in objects):
        return None
    nodes = {number: _info(one) for one in objects if one.get("type") == _NODE and (number := _number(one, "id"))}
    takers: dict[int, list[int]] = {}
    for one in objects:
        link = _info(one)
        if one.get("type") == _LINK and (source := _number(link, "output-node-id")):
            takers.setdefault(source, []).append(_number(link, "input-node-id"))
    return any(
        _is_screen(_props(node)) and _is_in_use(node, [nodes.get(taker, {}) for taker in takers.get(number, [])])
        for number, node in nodes.items()
    )


def _is_screen(props: Mapping[str, object]) -> bool:
    if _text(props, "media.class") not in _SOURCES or _text(props, "media.role") == "Camera":
        return False
    return _OF_CAMERAS.isdisjoint(props) and not _text(props, "node.name").startswith(_NAMES_OF_CAMERAS)


def _is_in_use(node: Mapping[str, object], takers: list[Mapping[str, object]]) -> bool:
    """Whether somebody takes the pictures, or holds the stream and may take them at any moment.

    A source that waits for the first one to come, as gamescope's always does, is not in use.
    """
    if takers and all(_text(_props(taker), "node.name") == _THE_DESKTOP for taker in takers):
        return False
    state = _text(node, "state")
    return state == "running" or (bool(takers) and state != "error")


def _info(found: Mapping[str, object]) -> Mapping[str, object]:
    """What is told of an object; nothing of one that may not be looked at."""
    info = found.get("info")
    return info if isinstance(info, dict) else {}


def _props(info: Mapping[str, object]) -> Mapping[str, object]:
    props = info.get("props")
    return props if isinstance(props, dict) else {}


def _text(found: Mapping[str, object], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _number(found: Mapping[str, object], key: str) -> int:
    """An object's number; 0, which is PipeWire's own, where there is none."""
    value = found.get(key)
    return value if isinstance(value, int) else 0
