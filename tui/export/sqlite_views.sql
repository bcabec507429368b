CREATE VIEW figures_in_context AS
SELECT figures.id AS figure, figures.label, figures.modifier, figures.value, figures.low, figures.high, figures.unit,
    coalesce(entities.name, 'the article itself') AS claimant, articles.title AS article,
    coalesce(articles.resolved, articles.published) AS date, figure_sources.file, figure_sources.line,
    figure_sources.exact AS quote, coalesce(passages.text, figure_sources.exact) AS sentence
FROM figures
JOIN figure_sources ON figure_sources.figure = figures.id
JOIN articles ON articles.id = figure_sources.article
LEFT JOIN passages ON passages.article = figure_sources.article
    AND coalesce(figure_sources.number_start, figure_sources."start") BETWEEN passages."start" AND passages."end" - 1
LEFT JOIN entities ON entities.id = figures.claimant;
CREATE VIEW conflicts AS
SELECT one.label,
    one.id AS first, one.written AS first_written, coalesce(one_by.name, 'the article itself') AS first_claimant,
    other.id AS second, other.written AS second_written,
    coalesce(other_by.name, 'the article itself') AS second_claimant
FROM conflict_pairs
JOIN figures AS one ON one.id = conflict_pairs.first
JOIN figures AS other ON other.id = conflict_pairs.second
LEFT JOIN entities AS one_by ON one_by.id = one.claimant
LEFT JOIN entities AS other_by ON other_by.id = other.claimant;
INSERT INTO passages_fts (passages_fts) VALUES ('rebuild');
