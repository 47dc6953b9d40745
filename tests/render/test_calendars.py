"""Days of the calendars of Bangladesh and Iran."""

from datetime import date, timedelta

import pytest

from patrika.model.language import DateStyle
from patrika.render.locale.calendars import Day, bangladesh, persian
from tests.render.voices import MODEL, voice

BAISHAKH, JAISHTHA, SHRABAN, BHADRA, ASHWIN, KARTIK, POUSH, MAGH, FALGUN, CHAITRA = 1, 2, 4, 5, 6, 7, 9, 10, 11, 12


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2023, 7, 27), Day(1430, SHRABAN, 12)),
        (date(2019, 10, 16), Day(1426, ASHWIN, 31)),
        (date(2019, 10, 17), Day(1426, KARTIK, 1)),
        (date(2021, 2, 21), Day(1427, FALGUN, 8)),
        (date(2024, 2, 21), Day(1430, FALGUN, 8)),
        (date(2024, 2, 29), Day(1430, FALGUN, 16)),
        (date(2021, 3, 26), Day(1427, CHAITRA, 12)),
        (date(2024, 3, 26), Day(1430, CHAITRA, 12)),
        (date(2022, 12, 16), Day(1429, POUSH, 1)),
        (date(2023, 4, 13), Day(1429, CHAITRA, 30)),
        (date(2023, 4, 14), Day(1430, BAISHAKH, 1)),
        (date(2023, 5, 8), Day(1430, BAISHAKH, 25)),
        (date(2023, 5, 25), Day(1430, JAISHTHA, 11)),
        (date(2019, 2, 21), Day(1425, FALGUN, 9)),
        (date(2018, 12, 16), Day(1425, POUSH, 2)),
        (date(2018, 9, 15), Day(1425, BHADRA, 31)),
        (date(2018, 10, 15), Day(1425, ASHWIN, 30)),
    ],
    ids=str,
)
def test_days_of_bangladesh_are_those_of_its_state(day: date, there: Day) -> None:
    """Its holidays stand where the reform of 2019 put them, and before it a day later."""
    assert bangladesh(day) == there


def test_no_day_of_bangladesh_is_left_out_or_given_twice() -> None:
    """From 1990 to 2100 each follows the one before: the next day, or the first of the next month."""
    before = bangladesh(date(1990, 1, 1))
    for count in range(1, 40_000):
        it = bangladesh(date(1990, 1, 1) + timedelta(days=count))
        if it.day > 1:
            assert (it.year, it.month, it.day) == (before.year, before.month, before.day + 1)
        else:
            assert before.day >= 29
            assert (it.year, it.month) == (before.year + before.month // 12, before.month % 12 + 1)
        before = it


def test_days_of_iran_are_solar() -> None:
    assert persian(date(2023, 7, 27)) == Day(1402, 5, 5)
    assert persian(date(2024, 3, 19)) == Day(1402, 12, 29)
    assert persian(date(2025, 3, 20)) == Day(1403, 12, 30)


def test_a_second_date_stands_beside_the_usual_one_where_it_is_wanted() -> None:
    assert voice("bn", dates=DateStyle(beside="bangladesh")).calendar_date(MODEL) == "১২ শ্রাবণ ১৪৩০"
    assert voice("en", dates=DateStyle(beside="bangladesh")).calendar_date(MODEL) == "12 Srabon 1430"
    assert voice("fa", dates=DateStyle(beside="gregorian")).calendar_date(MODEL) == "۲۷ ژوئیهٔ ۲۰۲۳"
    assert voice("bn").calendar_date(MODEL) == ""


def test_dates_of_another_calendar_follow_the_pattern() -> None:
    style = DateStyle(date="dd/MM/yy", long_date="EEEE d MMM y G", calendar="bangladesh")
    assert voice("bn", dates=style).date(MODEL) == "১২/০৪/৩০"
    assert voice("bn", dates=style).long_date(MODEL) == "বৃহস্পতিবার ১২ শ্রাবণ ১৪৩০"


def test_the_year_is_that_of_the_dates_and_months_are_those_of_archives() -> None:
    assert voice("fa").year(MODEL) == "۱۴۰۲"
    assert voice("fa", dates=DateStyle(calendar="gregorian")).year(MODEL) == "۲۰۲۳"
    assert voice("fa").month(MODEL) == "ژوئیهٔ ۲۰۲۳"
