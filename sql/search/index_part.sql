-- Index, step 3: move the pieces to `staged` whose symbol leaves $part when it is divided by $parts.
INSERT INTO staged SELECT * FROM portion WHERE first % $parts = $part;
