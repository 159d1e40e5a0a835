"""Dates as pages print them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.dates import find_issue, find_stamp, find_stamps, read_machine_stamp

PRINTED = {
    "发布时间：2025-03-12 14:35": "2025-03-12T14:35:00+08:00",
    "发布日期：2025/3/12 14:35:07": "2025-03-12T14:35:07+08:00",
    "2025年3月12日14时35分": "2025-03-12T14:35:00+08:00",
    "2025年03月12日 星期三 下午2:35": "2025-03-12T14:35:00+08:00",
    "2025.03.12 08:05": "2025-03-12T08:05:00+08:00",
    "2025-03-12T06:35:00": "2025-03-12T06:35:00+08:00",
    "二〇二五年三月十二日": "2025-03-12",
    "二○二五年十二月三十一日": "2025-12-31",
    "二零二五年十月二十日": "2025-10-20",
    "2025年3月12日": "2025-03-12",
    "2023-11-06 00:00": "2023-11-06",
    "06/02/2022 - 13:48": "2022-02-06T13:48:00+08:00",
    "9/17/2004 5:54:13 AM": "2004-09-17T05:54:13+08:00",
    "Saturday, September 10th, 2005 10:56 am": "2005-09-10T10:56:00+08:00",
    "9/7/2004 5:54:13 PM": "2004-09-07T17:54:13+08:00",
    "2025-03-12T06:35:00Z": "2025-03-12T14:35:00+08:00",
    "2025-03-11T22:35:00Z": "2025-03-12T06:35:00+08:00",
    "2025-03-12T14:35:00+08:00": "2025-03-12T14:35:00+08:00",
    "2025-03-12 09:15-10:30": "2025-03-12T09:15:00+08:00",
    "2025-03-12 14:35:07.0": "2025-03-12T14:35:07+08:00",
    "2025-03-1214:35": "2025-03-12T14:35:00+08:00",
    "14:35 2025/03/12": "2025-03-12T14:35:00+08:00",
    "2025年3月12日晚8:05": "2025-03-12T20:05:00+08:00",
    "2025年3月12日凌晨12:05": "2025-03-12T00:05:00+08:00",
    "2025年3月12日中午12:05": "2025-03-12T12:05:00+08:00",
    "2025/3/12 12:05:09 AM": "2025-03-12T00:05:09+08:00",
    "2025/03/12 PM 02:35": "2025-03-12T14:35:00+08:00",
    "2025年3月12日（星期三）香港時間14時35分": "2025-03-12T14:35:00+08:00",
    "２０２５年３月１２日": "2025-03-12",
    "二0二五年三月十二日": "2025-03-12",
    "民國114年3月12日": "2025-03-12",
    "中華民國九十九年十二月三十一日": "2010-12-31",
    "發布日期：98/12/31": "2009-12-31",
    "日期：25.03.12": "2025-03-12",
    "114.03.12": "2025-03-12",
    "Wed Mar 12 14:35:00 CST 2025": "2025-03-12T14:35:00+08:00",
    "Wed, 12 Mar 2025 06:35:00 GMT": "2025-03-12T14:35:00+08:00",
    "12-Mar-2025": "2025-03-12",
    "12.03.2025": "2025-03-12",
    "202503/12 14:35:00": "2025-03-12T14:35:00+08:00",
}


@pytest.mark.parametrize(("text", "iso"), PRINTED.items())
def test_a_printed_date_keeps_its_minutes_and_gets_no_time_it_lacks(text, iso):
    assert find_stamp(text).iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        *("版本1.2.3", "25.03.12", "电话：113-5-7", "100.10.1.5", "120/80", "票数 99-5-3", "民国8年5月7日"),
        "2025-02-30",
        "电话：0772-7212345",
        "1890年1月1日",
        "3185.12.5",
        "12:30",
        "第2025号",
        "192.168.20.15",
    ],
)
def test_what_no_calendar_has_is_no_date(text):
    assert find_stamp(text) is None


def test_an_impossible_day_does_not_hide_a_sound_one():
    assert [stamp.iso() for stamp in find_stamps("2025-02-30 修订，2025-03-01 施行")] == ["2025-03-01"]


@pytest.mark.parametrize("unit", ["10:20 2025-03-12 ", "2025-03-12 格林尼治标准时间", "民國114年", "１２/", "Mar 12, "])
def test_a_line_of_nothing_but_dates_is_read_quickly(unit):
    start = time.process_time()
    list(find_stamps(unit * 20_000))
    assert time.process_time() - start < 5


def test_a_machines_field_gives_a_moment_in_digits():
    assert read_machine_stamp("20250312").iso() == "2025-03-12"
    assert read_machine_stamp("202503121435").iso() == "2025-03-12T14:35:00+08:00"
    assert read_machine_stamp("1741761300").iso() == "2025-03-12T14:35:00+08:00"
    assert read_machine_stamp("2025年3月12日").iso() == "2025-03-12"
    assert read_machine_stamp("20251399") is None


def test_an_issue_of_a_journal_gives_its_month():
    assert find_issue("——《石桥文艺》1996年6月号") == "1996-06"
    assert find_issue("《石桥教育》2003年第5期") == "2003"
    assert find_issue("1996年6月的一天") is None


@given(st.text(alphabet="0123456789年月日时分-/.:： 上下午二〇一三四五六七八九十TAPM", max_size=60))
def test_any_text_gives_dates_in_order_or_none(text):
    stamps = list(find_stamps(text))
    assert [stamp.start for stamp in stamps] == sorted(stamp.start for stamp in stamps)
    assert all(0 <= stamp.start < stamp.end <= len(text) for stamp in stamps)
