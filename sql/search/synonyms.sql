-- The words of the word lists: number, key and form, in the order of the lists, which a plain scan keeps.
SELECT word, key, form FROM synonym;
