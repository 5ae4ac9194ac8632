-- Every id of a topic that a figure has, in order: id.
SELECT DISTINCT topic FROM figure ORDER BY topic;
