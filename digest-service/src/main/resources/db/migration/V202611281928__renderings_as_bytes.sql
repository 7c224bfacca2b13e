-- Written as they are rendered, piece by piece, and sent on as they are: no step needs them as text.
alter table edition_rendering
    alter column html type bytea using convert_to(html, 'UTF8'),
    alter column text type bytea using convert_to(text, 'UTF8');
alter table edition_rendering alter column html set storage external, alter column text set storage external;
