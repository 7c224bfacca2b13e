-- What cannot be taken back says why.
alter table deed add column finality text;
update deed set finality = case
        when what in ('sent', 'tested', 'released', 'stopped') then 'mailed'
        when what = 'taken-down' then 'deleted'
        when what = 'undone' then 'taken-back'
        else 'older' end
    where before is null;
alter table deed add constraint deed_is_undoable_or_final check ((before is null) <> (finality is null));
