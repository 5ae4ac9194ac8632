"""What is found and lit, and in which order, on sentences made for the purpose."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import duckdb
import pytest

from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.search.engine import search
from tests.engine.search.made import Number, Said, database

SENTENCES = (
    Said("公安机关抓获“灯笼-2020”行动嫌疑人1,591名,涉案49.65亿元。",
         (Number("1,591名", 1591, measure="suspect-arrested"), Number("49.65亿元", 4.965e9, "CNY")), speaker="林海"),
    Said("Police arrested 1591 suspects; the value was 4.965 billion yuan.",
         (Number("1591", 1591), Number("4.965 billion yuan", 4.965e9, "CNY")), "two.txt", "en", "Lin Hai"),
    Said("下 降 29.59 % , 缉\n毒大队逮捕两人。", (), "one.txt"),
    Said("The captured fraudsters: telecom fraud, and telecommunications, and network fraud.", (), "two.txt", "en"),
    Said("電信網絡詐騙案件一千五百九十一起。", (Number("一千五百九十一起", 1591),), "three.txt"),
    Said("Ｎｏ．２ team seized 5,000 grams, then 5 kg.", (Number("5,000 grams", 5000, "g"), Number("5 kg", 5, "kg")),
         "two.txt", "en"),
    Said("人人人人抓人。", (), "three.txt"),
)  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The sentences with their index."""
    with database(SENTENCES) as made:
        yield made


def lit(connection: duckdb.DuckDBPyConnection, query: str) -> list[list[str]]:
    """Return the lit words of each hit."""
    return [
        [hit.text[match.start - hit.start : match.end - hit.start] for match in hit.matches]
        for hit in search(connection, query).hits
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("抓获", [["抓获"], ["逮捕"], ["arrested"], ["captured"]]),
        ("arresting", [["抓获"], ["逮捕"], ["arrested"], ["captured"]]),
        ("Arrested", [["抓获"], ["逮捕"], ["arrested"], ["captured"]]),
        ("=arrested", [["arrested"]]),
        ("=抓获", [["抓获"]]),
        ("=arrests", []),
        ("抓", [["抓获"[:1]], ["抓"]]),
        ("电诈", [["telecom fraud", "telecommunications, and network fraud"], ["電信網絡詐騙"]]),
        ('"telecom frauds"', [["telecom fraud", "telecommunications, and network fraud"], ["電信網絡詐騙"]]),
        ('="telecom fraud"', [["telecom fraud"]]),
        ("telecom fraud", [["telecom", "fraud", "fraud"]]),
        ("缉毒", [["缉\n毒"]]),
        ("下降29.59%", [["下 降 29.59 %"]]),
        ("29.59%", [["29.59 %"]]),
        ("灯笼-2020", [["灯笼-2020"]]),
        ("灯笼2020", []),
        ('"“灯笼-2020”行动"', [["“灯笼-2020”行动"]]),
        ("燈籠", [["灯笼"]]),
        ("1591", [["1,591名"], ["1591"], ["一千五百九十一起"]]),
        ("1,591", [["1,591名"], ["1591"], ["一千五百九十一起"]]),
        ("１５９１", [["1,591名"], ["1591"], ["一千五百九十一起"]]),
        ("159", []),
        ("591", []),
        ("4.965 billion", [["49.65亿元"], ["4.965 billion yuan"]]),
        ("49.65亿", [["49.65亿元"], ["4.965 billion yuan"]]),
        ("4965 million yuan", [["49.65亿元"], ["4.965 billion yuan"]]),
        ("49.65亿起", []),
        ("5公斤", [["5,000 grams", "5 kg"]]),
        ('"5 kg"', [["5 kg"]]),
        ("no.2", [["Ｎｏ．２"]]),
        ("嫌疑人 -毒", [["嫌疑人"]]),
        ("arrest -suspect", [["抓获"], ["逮捕"], ["captured"]]),
        ("大队 | suspects", [["大队"], ["suspects"]]),
        ("value:>1亿元", [["49.65亿元"], ["4.965 billion yuan"]]),
        ("value:>1000 measure:suspect-arrested", [["1,591名"]]),
        ("人人", [["人人", "人人"]]),
        ("人人抓人", [["人人抓人"]]),
        ("neverseen", []),
        ("抓获 neverseen", []),
    ],
)
def test_words_are_found_and_lit(connection: duckdb.DuckDBPyConnection, query: str, expected: list[list[str]]) -> None:
    assert sorted(lit(connection, query)) == sorted(expected)


@pytest.mark.parametrize("query", ["呼伦贝尔", "Hulunbuir", "呼伦贝尔市"])
def test_a_place_is_found_by_its_name_in_the_other_language(query: str) -> None:
    sentences = Said("呼伦贝尔警方通报。"), Said("Police of Hulunbuir reported.", (), "two.txt", "en")
    with database(sentences, shipped_lexicon().searched()) as made:
        assert lit(made, query) == [["呼伦贝尔"], ["Hulunbuir"]]


@pytest.mark.parametrize("query", ["刑侦总队", '"Criminal Investigation Corps"'])
def test_an_agency_is_found_by_its_name_in_the_other_language(query: str) -> None:
    sentences = Said("刑侦总队通报。"), Said("The Criminal Investigation Corps reported.", (), "two.txt", "en")
    with database(sentences, shipped_lexicon().searched()) as made:
        assert lit(made, query) == [["刑侦总队"], ["Criminal Investigation Corps"]]


def test_each_match_names_the_form_that_matched(connection: duckdb.DuckDBPyConnection) -> None:
    forms = {match.form for hit in search(connection, "逮捕").hits for match in hit.matches}
    assert forms == {"逮捕", "抓获", "arrested", "captured"}


def test_hits_carry_offsets_of_the_document(connection: duckdb.DuckDBPyConnection) -> None:
    hit = search(connection, "抓 -获").hits[0]
    assert (hit.doc, hit.language, hit.speaker) == ("three.txt", "zh", None)
    assert hit.text == "人人人人抓人。"
    assert hit.start == len("電信網絡詐騙案件一千五百九十一起。") + 1
    assert [(match.start, match.end) for match in hit.matches] == [(hit.start + 4, hit.start + 5)]
    assert search(connection, "嫌疑人").hits[0].speaker == "林海"


def test_pages_follow_each_other_and_the_total_is_exact() -> None:
    sentences = [Said(f"第{number}次清查抓获多人") for number in range(2_500)]
    with database(sentences) as connection:
        pages = [search(connection, "抓获", limit=50, offset=offset) for offset in (0, 50, 975, 1_000, 2_490, 2_600)]
    assert {page.total for page in pages} == {2_500}
    assert [[hit.passage for hit in page.hits] for page in pages] == [
        list(range(50)), list(range(50, 100)), list(range(975, 1_025)), list(range(1_000, 1_050)),
        list(range(2_490, 2_500)), [],
    ]  # fmt: skip


def test_relevance_puts_many_and_rare_words_first() -> None:
    sentences = (
        Said("案件很多，还有许多别的事情要在这里说明，说得很长很长很长。"),
        Said("案件,案件,案件。"),
        Said("灯笼案件很多。"),
        Said("案件很多。"),
        Said("无关。"),
    )
    with database(sentences) as connection:
        plain = search(connection, "案件 | 灯笼", order="relevance")
        second = search(connection, "案件 | 灯笼", order="relevance", limit=2, offset=2)
        fields = search(connection, "lang:zh", order="relevance")
    assert [hit.passage for hit in plain.hits] == [2, 1, 3, 0]
    assert [hit.passage for hit in second.hits] == [3, 0]
    assert [hit.passage for hit in fields.hits] == [0, 1, 2, 3, 4]


def test_relevance_and_reading_order_find_the_same(connection: duckdb.DuckDBPyConnection) -> None:
    for query in (
        "抓获",
        "=arrested suspects",
        "1591",
        '"telecom fraud" -lang:zh',
        "电诈 | 人",
        '"telecommunications, and network fraud"',
    ):
        reading, relevant = search(connection, query), search(connection, query, order="relevance")
        assert reading.total == relevant.total
        assert {hit.passage for hit in reading.hits} == {hit.passage for hit in relevant.hits}


def test_an_empty_database_finds_nothing() -> None:
    with database([]) as connection:
        assert search(connection, "抓获").total == 0
        assert search(connection, "抓获", order="relevance").hits == ()


@pytest.mark.parametrize("text", ["x\0抓获\x1b[2J", "抓获'; DROP TABLE passage; --", '抓获\\"\u202e'])
def test_hostile_text_and_queries_are_data(text: str) -> None:
    with database([Said(text)]) as connection:
        assert search(connection, "抓获").total == 1
        for query in (f"“{text}”", f"=“{text[-4:]}a”", "'x; DROP TABLE passage --y", "x\0y", "doc:“x'y”"):
            with suppress(QueryError):
                search(connection, query)
        assert search(connection, "抓获").total == 1


def test_a_running_search_can_be_interrupted() -> None:
    with database([Said("抓获" * 50) for _ in range(400)]) as connection:
        cursor = connection.cursor()
        stop = threading.Event()

        def interrupt() -> None:
            while not stop.is_set():
                cursor.interrupt()
                time.sleep(0.001)

        thread = threading.Thread(target=interrupt)
        thread.start()
        try:
            with pytest.raises(duckdb.InterruptException):
                for _ in range(1_000):
                    search(cursor, "抓获 | 获抓 | 抓", order="relevance")
        finally:
            stop.set()
            thread.join()
        assert search(cursor, "抓获").total == 400


def test_a_very_long_passage_is_indexed_and_found() -> None:
    with database([Said("抓获" * 100_000 + "灯笼"), Said("灯笼")]) as connection:
        results = search(connection, "灯笼")
        assert results.total == 2
        assert results.hits[0].matches[0].start == 200_000
        assert search(connection, "获抓获抓获抓获灯笼").total == 1
