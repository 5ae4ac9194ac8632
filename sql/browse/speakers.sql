-- Speakers, the one with most figures first.
-- No parameters. Rows: id, name, role, agency, turns, figures, documents.
SELECT speaker.id, speaker.name, speaker.role, speaker.agency, speaker.turns,
    (SELECT count(DISTINCT claim) FROM figure WHERE figure.speaker = speaker.id) AS figures,
    (SELECT count(DISTINCT document) FROM turn WHERE turn.speaker = speaker.id)
FROM speaker
ORDER BY figures DESC, speaker.turns DESC, speaker.id
