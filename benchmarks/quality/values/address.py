"""Addresses of homes, down to the room or the village group, and of offices."""

from __future__ import annotations

from random import Random

from . import region


def _room(rng: Random) -> str:
    return f"{rng.randrange(1, 33)}{rng.randrange(1, 9):02d}"


def city_home(rng: Random, county: region.County) -> str:
    """Give the address of a flat, down to the room."""
    street, number, estate = region.road(rng), rng.randrange(1, 400), region.estate(rng)
    building, unit, room = rng.randrange(1, 40), rng.randrange(1, 5), _room(rng)
    inside = rng.choice(
        (
            f"{street}{number}号{estate}{building}栋{unit}单元{room}室",
            f"{street}{number}号{building}幢{unit}单元{room}室",
            f"{estate}{building}号楼{unit}单元{room}",
            f"{region.town(rng)}{estate}{building}栋{room}房",
            f"{street}{number}号院{building}号楼{unit}门{room}室",
            f"{region.town(rng)}{street}{number}弄{building}号{room}室",
            f"{street}{number}号{building}-{unit}-{room}",
        )
    )
    return rng.choice((county.full, county.city + county.name, county.name)) + inside


def village_home(rng: Random, county: region.County) -> str:
    """Give the address of a house in a village, down to the group or the house number."""
    group = rng.choice(
        ("一组", "二组", "三组", "四组", "第五村民小组", "6组", "12组", "七组", "下屋组", "大队部组")
    )
    house = rng.choice(
        ("", f"{rng.randrange(1, 200)}号", f"{rng.randrange(1, 90)}号附{rng.randrange(1, 4)}号")
    )
    inside = f"{region.town(rng).replace('街道', '镇')}{region.village(rng)}{group}{house}"
    return rng.choice((county.full, county.city + county.name, county.name)) + inside


def home(rng: Random, county: region.County) -> str:
    """Give the address of somebody's home."""
    return rng.choice((village_home, village_home, city_home, city_home, city_home))(rng, county)


def office(rng: Random, county: region.County) -> str:
    """Give the address of a public office, with a room of the office at times."""
    building = rng.choice(("", "", "政务服务中心二楼", "行政中心A座", "市民中心3号楼", "综合楼", "机关大院"))
    room = rng.choice(
        ("", "", f"{rng.randrange(1, 12)}{rng.randrange(1, 30):02d}室", f"{rng.randrange(1, 12)}楼")
    )
    return f"{county.city}{county.name}{region.road(rng)}{rng.randrange(1, 400)}号{building}{room}"
