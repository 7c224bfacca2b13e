-- A text as it came, where it was written anew in collecting (Zawgyi).
alter table clipping_origin add column original text;
