"""The words the demo's titles, subreddits and prompts are made of: landscapes, cats, space, tea, trains."""

from __future__ import annotations

from typing import Final

MOODS: Final = (
    "Quiet", "Golden", "Misty", "Early", "Late", "Slow", "Bright", "Northern", "Southern", "Hidden", "Open", "Winter",
    "Summer", "Autumn", "Spring", "Blue", "Green", "Silver", "Wide", "Little", "Old", "New", "Distant", "Sunny",
    "Rainy", "Calm",
)  # fmt: skip

THINGS: Final = (
    "Lakes", "Lighthouses", "Cats", "Nebulae", "Cathedrals", "Tea Gardens", "Night Trains", "Glaciers", "Bridges",
    "Courtyards", "Tramways", "Orchards", "Galaxies", "Harbours", "Libraries", "Bonsai", "Canals", "Meadows",
    "Observatories", "Staircases", "Dunes", "Waterfalls", "Kittens", "Stations", "Rooftops", "Islands", "Teapots",
    "Comets", "Forests", "Windmills",
)  # fmt: skip

PLACES: Final = (
    "of Norway", "by the Sea", "in Kyoto", "at Dawn", "of Lisbon", "under Snow", "after the Rain", "on the Moon",
    "in the Alps", "along the Rhine", "of Iceland", "at Dusk", "from Above", "in Black and White", "of Patagonia",
    "on a Sunday", "in Porto", "through a Window", "of the Hebrides", "for a Slow Evening",
)  # fmt: skip

SUBREDDITS: Final = (
    "LandscapePhotos", "cats", "space", "astronomy", "architecture", "tea", "trains", "gardening", "mountains",
    "lighthouses", "birding", "castles", "coffee", "bridges", "maps", "hiking", "bonsai", "aurora", "OldCities",
    "winter_light", "ocean", "forests", "deserts", "waterfalls", "libraries", "kittens",
)  # fmt: skip

PROMPTS: Final = (
    "Describe the light in each picture in one calm sentence.",
    "Name the place as a friendly tour guide would.",
    "Write one short line about the weather.",
    "Say what one could drink while looking at this.",
    "Mention one colour and one sound.",
    "Give each picture the title of a small museum.",
)

SOURCES: Final = ("json-upload", "reddit-collection", "shared-link")

TRANSITIONS: Final = ("fade", "slide", "zoom", "flip", "none")
"""The seed's values."""

THEMES: Final = ("joi", "forced-bi", "beta", "cbt", "cuckold", "custom")
"""The seed's values."""
