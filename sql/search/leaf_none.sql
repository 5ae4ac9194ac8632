-- No passage.
SELECT passage FROM posting WHERE false;
