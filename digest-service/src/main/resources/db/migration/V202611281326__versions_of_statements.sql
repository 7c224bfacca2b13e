-- A statement has versions, each a document that is approved and sent as a whole; files are kept once, by their hash.
create table statement_file (
    sha256 text  primary key,
    bytes  bytea not null
);
insert into statement_file
select distinct on (1) encode(sha256(bytes), 'hex'), bytes from statement_attachment;

create table statement_version (
    statement_id  bigint      not null references statement on delete cascade,
    number        int         not null,            -- from 1
    revision      int         not null default 0,  -- goes up with every change
    state         text        not null,
    content       jsonb       not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    approval      jsonb,
    rejection     jsonb,
    embargo_until timestamptz,
    begun_at      timestamptz,
    finished_at   timestamptz,
    primary key (statement_id, number)
);
create index statement_version_due on statement_version (embargo_until) where state = 'embargoed';
create index statement_version_sending on statement_version (statement_id, number) where state = 'sending';
create index statement_version_discarded on statement_version (statement_id) where state = 'discarded';

insert into statement_version (statement_id, number, state, content, changed_by, changed_at, begun_at, finished_at)
select s.id, 1,
       case when exists (select from statement_list l
                         where l.statement_id = s.id and l.sent_at is null and l.refusal is null)
            then 'sending' else 'sent' end,
       jsonb_build_object(
           'texts', jsonb_build_array(jsonb_build_object(
               'language', s.language, 'subject', s.subject, 'body', jsonb_build_object('source', s.body),
               'changes', '', 'madeFrom', '')),
           'files', coalesce((select jsonb_agg(jsonb_build_object(
                   'name', a.name, 'type', a.type, 'language', null, 'bytes', length(a.bytes),
                   'sha256', encode(sha256(a.bytes), 'hex')) order by a.position)
               from statement_attachment a where a.statement_id = s.id), '[]'),
           'contacts', '[]'::jsonb,
           'signatories', '[]'::jsonb,
           'destinations', coalesce((select jsonb_agg(jsonb_build_object(
                   'list', l.list, 'received', null, 'again', true) order by l.position)
               from statement_list l where l.statement_id = s.id), '[]'),
           'embargo', null),
       'operator', s.created_at, s.created_at,
       (select max(l.sent_at) from statement_list l where l.statement_id = s.id)
from statement s;

drop table statement_attachment;

alter table statement rename column fingerprint to name;  -- what the same statement would have again
alter table statement alter column name drop not null;
alter table statement drop column subject, drop column language, drop column body;
alter table statement add column created_by text not null default 'operator', add column withdrawal jsonb;
alter table statement alter column created_by drop default;

-- A list for each mail of a statement: its versions by their number, and 0, the notice that it is withdrawn.
alter table statement_list
    add column mail     int     not null default 1,
    add column received int,
    add column again    boolean not null default true,
    add column step     text    not null default 'waiting',
    add column reason   text    not null default '',
    add column post     text;
alter table statement_list rename column sent_at to at;
update statement_list set step = 'taken' where at is not null;
update statement_list set step = 'refused', reason = refusal where refusal is not null;
drop index statement_list_unsent;
alter table statement_list drop column refusal;
alter table statement_list alter column mail drop default, alter column again drop default;
alter table statement_list drop constraint statement_list_pkey, add primary key (statement_id, mail, list);
create index statement_list_open on statement_list (step, statement_id, mail) where step in ('waiting', 'stopping');
create index statement_list_taken on statement_list (list, statement_id desc) where at is not null;
