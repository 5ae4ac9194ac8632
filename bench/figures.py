"""Makes a large database: `python bench/figures.py OUT.duckdb [--figures 1000000] [--documents 20000]`.

Every row is drawn by DuckDB from a hash of its number, so equal arguments make equal tables. The sentences are
assembled from the words of the lexicon: each figure stands in one sentence, in Chinese or English, at true offsets.
"""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import duckdb

from policestats_tui import __version__
from policestats_tui.engine.assets import folder, statement
from policestats_tui.engine.browse.records import Grouping
from policestats_tui.engine.build.names import measure_rows, topic_rows
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.store import SCHEMA_VERSION

_PARTS = 5


def generate(out: Path, figures: int, documents: int) -> None:
    """Write a database of `figures` figures, evenly spread over `documents` documents."""
    out.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{out}' AS corpus (STORAGE_VERSION 'v1.5.0')")
        connection.execute("USE corpus")
        for schema in sorted((folder("sql") / "schema").glob("*.sql")):
            connection.execute(schema.read_text(encoding="utf-8"))
        _names(connection)
        for query in (_SENTENCES, _DOCUMENTS, _PASSAGES, _FIGURES, _CAMPAIGN_COUNTS):
            connection.execute(query, {"figures": figures, "documents": documents} if "$" in query else {})
        connection.execute(statement("load/claim"))
        for grouping in get_args(Grouping):
            connection.execute(statement(f"load/tree_{grouping}"))
        connection.execute("DROP TABLE sentence")
        connection.execute("DROP TABLE drawn_measure")
        connection.execute(
            statement("load/meta"),
            {
                "schema_version": SCHEMA_VERSION,
                "program_version": __version__,
                "built": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
                "corpus_hash": f"generated {figures} {documents}",
            },
        )
        connection.execute("CHECKPOINT corpus")
        connection.execute("USE memory")
        connection.execute("DETACH corpus")


def _names(connection: duckdb.DuckDBPyConnection) -> None:
    lexicon = shipped_lexicon()
    pairs = [(noun, verb) for noun in list(lexicon.objects)[:12] for verb in list(lexicon.actions)[:8]]
    measures = measure_rows(pairs, lexicon)
    connection.execute(statement("load/measure"), {"rows": json.dumps(measures)})
    connection.execute(statement("load/topic"), {"rows": json.dumps(topic_rows(lexicon))})
    connection.execute("CREATE TABLE drawn_measure AS SELECT row_number() OVER () - 1 AS number, * FROM measure")
    connection.executemany(
        "INSERT INTO region VALUES (?, ?, ?, ?, ?)",
        [(r.id, r.parent or None, r.rank, r.name_zh, r.name_en) for r in list(lexicon.regions.values())[:200]],
    )
    connection.execute(_CAMPAIGNS, {"parts": _PARTS})
    connection.execute(
        "INSERT INTO speaker SELECT n, 'Speaker ' || n, 'Director', 'Bureau ' || n % 50, 0 FROM range(500) AS t(n)"
    )


_CAMPAIGNS = """
INSERT INTO campaign
SELECT 'series-' || s, NULL, '系列' || s, 'Series ' || s, NULL, NULL, 0, 0, 0, 0 FROM range(20) AS t(s)
UNION ALL
SELECT format('series-{}-{}', s, y), 'series-' || s, format('系列{}{}', s, y), format('Series {} {}', s, y),
    NULL, NULL, 1, 0, 0, 0 FROM range(20) AS t(s), range(2015, 2025) AS u(y)
UNION ALL
SELECT format('series-{}-{}/no-{}', s, y, p), format('series-{}-{}', s, y), format('系列{}{}第{}号', s, y, p),
    format('Series {} {} No. {}', s, y, p), NULL, NULL, 2, 0, 0, 0
FROM range(20) AS t(s), range(2015, 2025) AS u(y), range(1, 1 + $parts::BIGINT) AS v(p)
"""

_SENTENCES = """
CREATE TABLE sentence AS
WITH drawn AS (
    SELECT n, n * $documents::BIGINT // $figures::BIGINT AS document, hash(n) AS h,
        1 + hash(n, 1) % 100000 AS value
    FROM range($figures::BIGINT) AS t(n)
)
SELECT drawn.n, document, h, value, drawn_measure.id AS measure, object, action,
    CASE WHEN document % 2 = 0
        THEN '2020年,全区公安机关在专项行动中' || name_zh || value || '起。'
        ELSE 'In 2020 the public security organs of the region counted ' || value || ' (' || name_en || ').'
    END AS text,
    strpos(CASE WHEN document % 2 = 0
        THEN '2020年,全区公安机关在专项行动中' || name_zh || value || '起。'
        ELSE 'In 2020 the public security organs of the region counted ' || value || ' (' || name_en || ').'
    END, value::VARCHAR) - 1 AS place
FROM drawn
JOIN drawn_measure ON drawn_measure.number = h % (SELECT count(*) FROM drawn_measure)
ORDER BY drawn.n
"""

_DOCUMENTS = """
INSERT INTO document
SELECT document, format('{:05d}.txt', document), 'briefing-' || document, 'Briefing ' || document, 'Publisher', NULL,
    (DATE '2024-12-31' - (document // 6)::INTEGER)::VARCHAR, NULL, CASE WHEN document % 2 = 0 THEN 'zh' ELSE 'en' END,
    'china', NULL, 'original', NULL, [], 0, count(*), string_agg(text, chr(10) ORDER BY n)
FROM sentence
GROUP BY document
ORDER BY document;
INSERT INTO briefing SELECT briefing, title, held, region, publisher FROM document
"""

_PASSAGES = """
INSERT INTO passage
SELECT n, document, coalesce(sum(length(text) + 1) OVER before, 0),
    coalesce(sum(length(text) + 1) OVER before, 0) + length(text), n, NULL, NULL, text
FROM sentence
WINDOW before AS (PARTITION BY document ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
"""

_FIGURES = """
INSERT INTO figure
SELECT n, n, sentence.document, n, NULL, passage.start + place, passage.start + place + length(value::VARCHAR),
    value::VARCHAR, value, 'count', 1, 'exact', 'level', NULL, NULL, measure, object, action, measure,
    CASE WHEN h % 4 > 0 THEN format('series-{}-{}/no-{}', h // 4 % 20, 2015 + h // 80 % 10, 1 + h // 800 % 5) END,
    'general', 'china', (2015 + h // 80 % 10)::VARCHAR, make_date((2015 + h // 80 % 10)::INTEGER, 1, 1),
    make_date((2015 + h // 80 % 10)::INTEGER, 12, 31), h // 7 % 500, 'aggregate', false, NULL, NULL, []
FROM sentence
JOIN passage ON passage.id = sentence.n
ORDER BY n
"""

_CAMPAIGN_COUNTS = """
UPDATE campaign
SET figures = counted.figures, own_figures = counted.own
FROM (
    SELECT campaign.id, count(*) AS figures, count(*) FILTER (figure.campaign = campaign.id) AS own
    FROM campaign
    JOIN figure ON figure.campaign = campaign.id OR starts_with(figure.campaign, campaign.id || '-')
        OR starts_with(figure.campaign, campaign.id || '/')
    GROUP BY campaign.id
) AS counted
WHERE counted.id = campaign.id
"""


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--documents", type=int, default=20_000)
    options = parser.parse_args()
    generate(options.out, options.figures, options.documents)


if __name__ == "__main__":
    main()
