-- The places of a run of pieces (the code adds which), moved to the left by $shift pieces.
SELECT passage, CAST(place AS INTEGER) - $shift AS place FROM posting;
