-- What the passages $passages are counted and named by, in no order.
SELECT passage, document, doc, language, name, campaign, year FROM passage_facet WHERE passage IN ($passages);
