"""What dumps tell of the screen, made as real desktops make them: what matters of those, and some of what does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.screen_sharing import is_shared

Json = dict[str, object]


def obj(number: int, kind: str, info: Mapping[str, object] | None) -> Json:
    return {"id": number, "type": f"PipeWire:Interface:{kind}", "version": 3, "permissions": ["r", "x"], "info": info}


def node(number: int, state: str, **props: object) -> Json:
    """A node; `media_class` stands for "media.class", and so on."""
    named = {key.replace("_", "."): value for key, value in props.items()}
    told = {
        "max-input-ports": 0,
        "state": state,
        "error": None,
        "props": named,
        "params": {"EnumFormat": [], "Props": []},
    }
    return obj(number, "Node", told)


def link(number: int, source: int, taker: int, state: str = "active") -> Json:
    return obj(number, "Link", {"output-node-id": source, "input-node-id": taker, "state": state, "props": {}})


def port(number: int, of: int) -> Json:
    return obj(number, "Port", {"direction": "output", "props": {"port.id": 0, "node.id": of}})


QUIET = [
    obj(0, "Core", {"name": "pipewire-0", "version": "1.0.5", "props": {"config.name": "pipewire.conf"}}),
    obj(31, "Client", {"props": {"application.name": "WirePlumber", "pipewire.sec.pid": 1204}}),
    obj(32, "Client", None),
    {"id": 33, "type": "PipeWire:Interface:Metadata", "props": {"metadata.name": "settings"}, "metadata": []},
    obj(45, "Device", {"props": {"device.api": "alsa", "media.class": "Audio/Device"}}),
    node(50, "running", media_class="Audio/Sink", node_name="alsa_output.pci-0000_00_1f.3.analog-stereo"),
    node(51, "running", media_class="Stream/Output/Audio", node_name="Firefox", media_name="AudioStream"),
    node(52, "running", media_class="Stream/Input/Audio", node_name="Firefox", media_name="AudioCallbackDriver"),
]
V4L2 = {
    "media.class": "Video/Source",
    "media.role": "Camera",
    "node.name": "v4l2_input.pci-0000_00_14.0-usb-0_8_1.0",
    "node.description": "Integrated Camera (V4L2)",
    "device.id": 46,
    "device.api": "v4l2",
    "api.v4l2.path": "/dev/video0",
    "object.path": "v4l2:/dev/video0",
}
LIBCAMERA = {
    "media.class": "Video/Source",
    "media.role": "Camera",
    "node.name": "libcamera_input.__SB_.PC00.LNK1",
    "device.id": 47,
    "device.api": "libcamera",
    "api.libcamera.path": "\\_SB_.PC00.LNK1",
    "api.libcamera.location": "front",
}
MUTTER = {
    "media.class": "Stream/Output/Video",
    "media.name": "meta-screen-cast-src",
    "node.name": "gnome-shell",
    "node.driver": True,
    "stream.is-live": True,
    "client.id": 100,
    "object.serial": 1174,
}
KWIN = {**MUTTER, "media.name": "kwin-screencast-HDMI-A-1", "node.name": "kwin_wayland"}
NIRI = {**MUTTER, "media.name": "niri-screen-cast-src", "node.name": "niri"}
WLROOTS = {
    "media.class": "Video/Source",
    "media.name": "xdpw-stream-BDCpCI",
    "node.name": "xdg-desktop-portal-wlr",
    "node.driver": True,
    "node.want-driver": True,
    "stream.is-live": True,
    "client.id": 51,
}
HYPRLAND = {**WLROOTS, "media.name": "xdph-streaming-718498", "node.name": "xdg-desktop-portal-hyprland"}
SCREENS = {"GNOME": MUTTER, "KDE": KWIN, "niri": NIRI, "wlroots": WLROOTS, "Hyprland": HYPRLAND}
BROWSER = {"media.class": "Stream/Input/Video", "media.name": "webrtc-consume-stream", "node.name": "Chromium"}
"""It calls the camera's stream alike, at least in some browsers."""


def stream(state: str, *takers: Mapping[str, object], source: Mapping[str, object]) -> list[Json]:
    """A source at work for others, and all that comes with it."""
    made = [obj(70, "Node", {"state": state, "props": source}), port(71, 70)]
    for number, taker in zip(count(80, 2), takers, strict=False):
        made += [obj(number, "Node", {"state": state, "props": taker}), link(number + 1, 70, number)]
    return made


def told(*objects: Json) -> bool | None:
    return is_shared(json.dumps([*QUIET, *objects], indent=2))


def test_on_a_desktop_where_nothing_is_filmed_no_screen_is_shared() -> None:
    assert told() is False
    assert told(*stream("suspended", source=V4L2)) is False


@pytest.mark.parametrize("source", SCREENS.values(), ids=SCREENS)
def test_a_screen_that_somebody_takes_is_shared(source: Json) -> None:
    assert told(*stream("running", BROWSER, source=source)) is True
    assert told(*stream("running", source=source)) is True, "also where the other end is not told"
    assert is_shared(json.dumps(list(reversed([*QUIET, *stream("running", BROWSER, source=source)])))) is True


@pytest.mark.parametrize("source", [V4L2, LIBCAMERA])
def test_a_call_with_the_camera_is_no_sharing(source: Json) -> None:
    assert told(*stream("running", BROWSER, source=source)) is False
    other = {**BROWSER, "node.name": "Firefox", "media.name": "camera-stream", "media.role": "Screen"}
    assert told(*stream("running", BROWSER, other, source=source)) is False


@pytest.mark.parametrize("sign", sorted(V4L2.keys() | LIBCAMERA.keys()))
def test_a_camera_is_known_by_any_of_its_signs(sign: str) -> None:
    """Old and new versions of PipeWire and of the session manager give different ones."""
    known = {"media.role", "node.name", "device.id", "device.api", "api.v4l2.path", "api.libcamera.path"}
    kept = {"media.class": "Video/Source", sign: {**LIBCAMERA, **V4L2}[sign]}
    assert told(*stream("running", BROWSER, source=kept)) is (sign not in known)


def test_a_virtual_camera_is_a_camera() -> None:
    for media_class in ("Video/Source", "Stream/Output/Video"):
        obs = {"media.class": media_class, "media.role": "Camera", "node.name": "OBS Virtual Camera"}
        assert told(*stream("running", BROWSER, source=obs)) is False


def test_in_a_call_with_camera_and_screen_the_screen_counts() -> None:
    camera = [
        obj(60, "Node", {"state": "running", "props": V4L2}),
        obj(61, "Node", {"state": "running", "props": BROWSER}),
        link(62, 60, 61),
    ]
    assert told(*camera, *stream("running", BROWSER, source=MUTTER)) is True
    assert told(*camera) is False


@pytest.mark.parametrize("state", ["idle", "suspended", "creating"])
def test_a_stream_that_pauses_is_shared_as_long_as_somebody_holds_it(state: str) -> None:
    assert told(*stream(state, BROWSER, source=KWIN)) is True
    assert told(*stream(state, source={**WLROOTS, "node.name": "gamescope"})) is False


def test_a_stream_that_failed_is_not_shared() -> None:
    assert told(*stream("error", BROWSER, source=KWIN)) is False


def test_previews_that_the_desktop_makes_for_itself_do_not_count_unless_somebody_else_looks_too() -> None:
    panel = {"media.class": "Stream/Input/Video", "node.name": "plasmashell"}
    assert told(*stream("running", panel, source=KWIN)) is False
    assert told(*stream("running", panel, panel, source=KWIN)) is False
    assert told(*stream("running", panel, BROWSER, source=KWIN)) is True
    assert told(*stream("running", source=KWIN), link(90, 70, 999)) is True, "linked to what is not told of"


def test_a_stream_of_unknown_origin_counts() -> None:
    assert told(*stream("running", BROWSER, source={"media.class": "Stream/Output/Video"})) is True


# --- what is no dump --------------------------------------------------------------------------------------------------

NO_DUMPS = {
    "nothing": "",
    "a complaint": "can't connect: Host is down\n",
    "cut off": json.dumps([*QUIET, *stream("running", BROWSER, source=KWIN)])[:-40],
    "an object": "{}",
    "a number": "7",
    "an empty list": "[]",
    "other things": '[1, null, "PipeWire:", [], {"type": 4}, {"type": "Node"}]',
    "too deep": "[" * 200_000,
    "too deep in a dump": '[{"a":' * 100_000,
    "a number without end": "[" + "9" * 10_000 + "]",
    "half a letter": '["\\ud800"]',
    "two dumps": json.dumps(QUIET) * 2,
}


@pytest.mark.parametrize("dump", NO_DUMPS.values(), ids=NO_DUMPS)
def test_from_what_is_no_dump_it_can_not_be_told(dump: str) -> None:
    assert is_shared(dump) is None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    assert is_shared(text) is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 90) | st.floats() | st.sampled_from(["Video/Source", "running", ""]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KWIN, "props", "state", "id"]), inner)
    ),
    max_leaves=6,
)


@given(st.data())
def test_no_dump_is_too_odd(data: st.DataObject) -> None:
    """Anything may stand anywhere in a dump; what is in order beside it is understood all the same."""
    odd: list[object] = []
    for number, kind in enumerate(data.draw(st.lists(st.sampled_from(["Node", "Link", "Client"]), max_size=4)), 200):
        made = obj(number, kind, {"state": "idle", "props": {"media.class": "Video/Source"}})
        spoilt = data.draw(st.sampled_from([*made, "state", "props"]))
        target = made["info"] if spoilt in {"state", "props"} else made
        assert isinstance(target, dict)
        target[spoilt] = data.draw(ANYTHING)
        odd.append(made)
    odd += data.draw(st.lists(ANYTHING, max_size=3))
    shared = stream("running", BROWSER, source=MUTTER)
    assert is_shared(json.dumps([*odd, *QUIET, *shared])) is True
    assert is_shared(json.dumps([*odd, *QUIET])) in {True, False}


def test_a_huge_dump_is_read_as_any_other() -> None:
    """Thousands of streams of sound, each linked to each of its neighbours."""
    crowd = [node(one, "running", media_class="Stream/Output/Audio", node_name="x" * 300) for one in range(1000, 6000)]
    links = [link(one + 10_000, one, one + 1) for one in range(1000, 5999)]
    assert told(*crowd, *links) is False
    assert told(*crowd, *stream("running", BROWSER, source=HYPRLAND), *links) is True
