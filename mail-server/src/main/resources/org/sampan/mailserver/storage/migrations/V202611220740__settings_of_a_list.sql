-- What a list's owners chose, one row for each choice that is not the standard; the names are the program's catalogue.
create table list_setting (
  list_id bigint not null references mailing_list on delete cascade,
  name    text not null,
  value   text not null,
  primary key (list_id, name)
);

insert into list_setting (list_id, name, value)
select l.id, s.name, s.value
from mailing_list l
cross join lateral (values
  ('name', l.name), ('description', l.description), ('visibility', l.visibility), ('joining', l.joining),
  ('posting', l.posting), ('subjectTag', l.subject_tag), ('language', l.language), ('maxBytes', l.max_bytes::text)
) as s (name, value);

alter table mailing_list
  drop column name, drop column description, drop column visibility, drop column joining,
  drop column posting, drop column subject_tag, drop column language, drop column max_bytes;
