"""The scenes, each one pure function from a seed to an SVG of 1600 by 1200, by name of picture."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from drawings.scenes import city, evening, field, harbour, learning, season, shore, state, work

Scene = Callable[[int], str]

SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "airport": state.airport,
        "arms-hall": state.arms_hall,
        "boat-yard": season.boat_yard,
        "book-fair": evening.book_fair,
        "border-posts": field.border_posts,
        "classroom": learning.classroom,
        "container-port": shore.container_port,
        "council-chamber": state.council_chamber,
        "cyclone-shelter": shore.cyclone_shelter,
        "dye-vats": work.dye_vats,
        "embankment": shore.embankment,
        "ferry-dusk": harbour.ferry_dusk,
        "flag-parade": state.flag_parade,
        "flood-village": shore.flood_village,
        "garment-line": work.garment_line,
        "hilsa-boat": harbour.hilsa_boat,
        "lantern-stage": evening.lantern_stage,
        "metro": city.metro,
        "missile-launch": state.missile_launch,
        "moon-lander": learning.moon_lander,
        "printing-press": work.printing_press,
        "pylons": field.pylons,
        "reading-room": learning.reading_room,
        "rickshaw-art": city.rickshaw_art,
        "river-boat": harbour.river_boat,
        "running-track": field.running_track,
        "sand-crossing": season.sand_crossing,
        "sand-pumpkins": season.sand_pumpkins,
        "solar-roof": city.solar_roof,
        "stadium": field.stadium,
        "submarine-port": harbour.submarine_port,
        "tailor-shop": work.tailor_shop,
    }
)
"""Every picture of the newsroom but the portraits, in the order of the alphabet."""
