-- Which version of a document is its original, and what that said when each of the others was made.
alter table clipping_version
    add column original_id   bigint references clipping on delete set null,
    add column original_text text;

-- So far, the one met first.
update clipping_version v
set original_id = first.id, original_text = md5(c.title || chr(10) || c.summary || chr(10) || c.html)
from (select document, min(clipping_id) as id from clipping_version group by document) first
join clipping c on c.id = first.id
where v.document = first.document and v.clipping_id <> first.id;
create index clipping_version_original on clipping_version (original_id);
