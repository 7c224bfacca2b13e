alter table edition
    add column changed_by  text        not null default 'schedule',  -- the last who changed what it says
    add column changed_at  timestamptz not null default now(),
    add column rendered_of text,                                     -- names what the renderings show
    drop constraint edition_state_check,
    add constraint edition_state_check check (state in ('compiled', 'rendered', 'sending', 'sent', 'published'));
create index edition_newest on edition (dated_at desc, series, number desc);

-- Title and introduction in other languages than the main one.
create table edition_translation (
    series       text not null,
    number       int  not null,
    language     text not null,
    title        text not null,
    introduction text not null,
    original     text not null,                                      -- names what it was made from
    primary key (series, number, language),
    foreign key (series, number) references edition on delete cascade
);

-- What an edition prints instead of a clipping's own words.
create table edition_words (
    series      text   not null,
    number      int    not null,
    clipping_id bigint not null references clipping on delete cascade,
    title       text   not null,
    text        text   not null,
    primary key (series, number, clipping_id),
    foreign key (series, number) references edition on delete cascade
);

create table edition_approval (
    series      text        not null,
    number      int         not null,
    fingerprint text        not null,                                -- names exactly what was approved
    approved_by text        not null,
    approved_at timestamptz not null,
    primary key (series, number),
    foreign key (series, number) references edition on delete cascade
);

-- What the mail server last told of an edition's way to its readers.
create table edition_delivery (
    series      text        not null,
    number      int         not null,
    post        text        not null,
    state       text        not null,
    recipients  bigint      not null,
    sent        bigint      not null,
    deferred    bigint      not null,
    failed      bigint      not null,
    open        bigint      not null,
    cancelled   bigint      not null,
    told_at     timestamptz not null,
    finished_at timestamptz,
    primary key (series, number),
    foreign key (series, number) references edition on delete cascade
);

alter table run
    drop constraint run_state_check,
    add constraint run_state_check
        check (state in ('running', 'waiting', 'stopped', 'done', 'failed', 'skipped')),
    add column stop_wanted_by text,
    add column again_at       timestamptz;                           -- not before: what it needs is away for now
create index run_edition on run (series, number, id desc);

-- The log of a run, for people: the pages have a text for each word.
create table run_line (
    id     bigint      generated always as identity primary key,
    run_id bigint      not null references run on delete cascade,
    at     timestamptz not null,
    what   text        not null,
    detail text        not null
);
create index run_line_run on run_line (run_id, id);

-- What editors are told by mail: once each.
create table editor_note (
    email    text        not null,
    name     text        not null,                                   -- the Message-ID is made of it
    language text        not null,
    subject  text        not null,
    text     text        not null,
    made_at  timestamptz not null,
    sent_at  timestamptz,
    refusal  text,
    primary key (email, name)
);
create index editor_note_unsent on editor_note (made_at) where sent_at is null and refusal is null;
create index edition_sent on edition (sent_at) where sent_at is not null;
