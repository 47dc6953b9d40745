"""Dates as people and other tools write them: every form that is promised, and every one that cannot be."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.read.moments import read_moment
from patrika.read.unfit import Unfit

DHAKA, BERLIN, NEW_YORK = ZoneInfo("Asia/Dhaka"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
STORM = 1_690_406_160
"""2023-07-27 03:16 in Dhaka, in UTC seconds."""

FORMS = {
    "a space": "2023-07-27 03:16",
    "a T": "2023-07-27T03:16",
    "a small t": "2023-07-27t03:16",
    "seconds": "2023-07-27 03:16:00",
    "fractions": "2023-07-27T03:16:00.123456",
    "fractions after a comma": "2023-07-27T03:16:00,5",
    "Z": "2023-07-26T21:16:00Z",
    "a small z": "2023-07-26t21:16:00z",
    "Z after a space": "2023-07-26 21:16:00 Z",
    "an offset": "2023-07-27T03:16:00+06:00",
    "an offset without colon": "2023-07-27T03:16:00+0600",
    "an offset after a space": "2023-07-27 03:16:00 +0600",
    "an offset to the west": "2023-07-26T17:16-04:00",
    "an offset of half an hour": "2023-07-27T02:46+05:30",
    "fractions and an offset": "2023-07-27T03:16:00.000+06:00",
    "spaces around": "  2023-07-27 03:16 ",
    "single digits": "2023-7-27 3:16",
    "Bangla digits": "২০২৩-০৭-২৭ ০৩:১৬",
    "Urdu digits": "۲۰۲۳-۰۷-۲۷ ۰۳:۱۶",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_promised_form_is_one_instant(text: str) -> None:
    assert read_moment(text, DHAKA) == (STORM, False)


@pytest.mark.parametrize("zone", [DHAKA, BERLIN, NEW_YORK, ZoneInfo("UTC")], ids=str)
@pytest.mark.parametrize("value", ["2023-07-27", date(2023, 7, 27), "2023-07-27 00:00"], ids=str)
def test_a_day_alone_is_its_midnight_in_the_sites_zone(value: object, zone: ZoneInfo) -> None:
    assert read_moment(value, zone) == (int(datetime(2023, 7, 27, tzinfo=zone).timestamp()), False)


def test_dates_that_toml_has_read_already_are_taken() -> None:
    """tomllib gives values of Python's own for dates."""
    assert read_moment(datetime(2023, 7, 27, 3, 16), DHAKA) == (STORM, False)
    assert read_moment(datetime(2023, 7, 26, 21, 16, 0, 5, tzinfo=UTC), DHAKA) == (STORM, False)
    assert read_moment(datetime(2023, 7, 27, 3, 16, tzinfo=timezone(timedelta(hours=6))), BERLIN) == (STORM, False)


NO_DATES = (
    "", "yesterday", "2023", "2023-07", "20230727", "27-07-2023", "07/27/2023", "27.07.2023", "2023-07-27 3pm",
    "2023-07-27T", "2023-07-27 03", "2023-07-27 03:16 Dhaka", "2023-07-27 03:16 +6", "2023-07-27 to 2023-07-28",
    "২৭ জুলাই ২০২৩", "27 July 2023", "2023-07-27\n2023-07-28", "+2023-07-27",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_said_to_be_none_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Unfit) as fault:
        read_moment(text, DHAKA)
    assert f"“{text}” is not a date" in fault.value.message
    assert "2023-07-27 03:16" in fault.value.hint


@pytest.mark.parametrize("value", [None, True, 5, 2023.07, ["2023-07-27"], {"day": 5}], ids=repr)
def test_a_value_of_another_type_is_no_date(value: object) -> None:
    with pytest.raises(Unfit, match="is not a date"):
        read_moment(value, DHAKA)


IMPOSSIBLE = (
    "2023-02-29", "2023-02-30", "2023-04-31", "2023-00-10", "2023-13-01", "2023-07-00", "2023-07-32", "0000-01-01",
    "2023-07-27 24:00", "2023-07-27 12:60", "2023-07-27 23:59:60",
)  # fmt: skip


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_date_that_no_calendar_has_is_quoted(text: str) -> None:
    with pytest.raises(Unfit) as fault:
        read_moment(text, DHAKA)
    assert f"“{text}”" in fault.value.message
    assert fault.value.hint


@pytest.mark.parametrize("offset", ["+24:00", "+99:00", "-2400", "+06:75"])
def test_an_offset_of_no_place_is_quoted(offset: str) -> None:
    with pytest.raises(Unfit) as fault:
        read_moment(f"2023-07-27 03:16 {offset}", DHAKA)
    assert f"“{offset}”" in fault.value.message
    assert fault.value.hint


@pytest.mark.parametrize(("text", "zone"), [("0001-01-01", DHAKA), ("9999-12-31 23:59 -23:00", DHAKA)])
def test_a_date_that_cannot_be_said_in_the_sites_zone_is_unfit(text: str, zone: ZoneInfo) -> None:
    """Else every page that prints it would fail: no instant leaves here that the zone cannot show."""
    with pytest.raises(Unfit):
        read_moment(text, zone)


def test_leap_days_are_days() -> None:
    assert read_moment("2024-02-29", DHAKA)[0] == int(datetime(2024, 2, 29, tzinfo=DHAKA).timestamp())


TWICE = {
    "Berlin, autumn": ("2023-10-29 02:30", BERLIN, "2023-10-29T02:30+02:00"),
    "Berlin, the first minute": ("2023-10-29 02:00", BERLIN, "2023-10-29T02:00+02:00"),
    "Berlin, the last minute": ("2023-10-29 02:59", BERLIN, "2023-10-29T02:59+02:00"),
    "New York, autumn": ("2023-11-05 01:30", NEW_YORK, "2023-11-05T01:30-04:00"),
    "Dhaka, the last night of its only summer time": ("2009-12-31 23:30", DHAKA, "2009-12-31T23:30+07:00"),
}


@pytest.mark.parametrize(("text", "zone", "wanted"), TWICE.values(), ids=TWICE)
def test_of_an_hour_that_happened_twice_the_earlier_is_meant(text: str, zone: ZoneInfo, wanted: str) -> None:
    assert read_moment(text, zone) == (int(datetime.fromisoformat(wanted).timestamp()), True)


NEVER = {
    "Berlin, spring": ("2023-03-26 02:30", BERLIN),
    "Berlin, the first minute": ("2023-03-26 02:00", BERLIN),
    "New York, spring": ("2023-03-12 02:30", NEW_YORK),
    "Dhaka, the night its summer time began": ("2009-06-19 23:30", DHAKA),
    "a midnight in Cairo": ("2023-04-28", ZoneInfo("Africa/Cairo")),
    "a day that Samoa left out": ("2011-12-30 12:00", ZoneInfo("Pacific/Apia")),
}


@pytest.mark.parametrize(("text", "zone"), NEVER.values(), ids=NEVER)
def test_an_hour_that_never_happened_is_said_to_be_none(text: str, zone: ZoneInfo) -> None:
    with pytest.raises(Unfit) as fault:
        read_moment(text, zone)
    assert f"“{text}” never happened in {zone.key}" in fault.value.message
    assert "+06:00" in fault.value.hint


@pytest.mark.parametrize("text", ["2023-03-26 01:59", "2023-03-26 03:00", "2023-10-29 01:59", "2023-10-29 03:00"])
def test_the_hours_beside_a_change_of_clocks_are_plain(text: str) -> None:
    assert read_moment(text, BERLIN) == (int(datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp()), False)


def test_an_offset_settles_an_hour_that_happened_twice() -> None:
    earlier, later = (read_moment(f"2023-10-29 02:30{offset}", BERLIN) for offset in ("+02:00", "+01:00"))
    assert (later[0] - earlier[0], earlier[1], later[1]) == (3600, False, False)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2999, 12, 30)).map(
        lambda at: at.replace(microsecond=0)
    ),
    st.sampled_from([DHAKA, BERLIN, NEW_YORK, ZoneInfo("Asia/Kolkata"), ZoneInfo("UTC")]),
    st.sampled_from(["T", " "]),
)
def test_what_isoformat_writes_is_read_as_the_same_instant(at: datetime, zone: ZoneInfo, sep: str) -> None:
    """With its offset always; without, unless that hour never was, and then the earlier of two."""
    instant = int(at.replace(tzinfo=UTC).timestamp())
    local = datetime.fromtimestamp(instant, zone)
    offset = local.utcoffset()
    if offset is not None and offset.seconds % 60 == 0:
        assert read_moment(local.isoformat(sep), zone) == (instant, False)
    found, ambiguous = read_moment(local.replace(tzinfo=None).isoformat(sep), zone)
    assert found == (instant if not (ambiguous and local.fold) else int(local.replace(fold=0).timestamp()))
