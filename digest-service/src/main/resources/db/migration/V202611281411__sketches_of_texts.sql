-- The least piece of each bin of a text (MinHash), by which most texts that share a band by chance are told apart unread.
alter table clipping_words add column least bigint[];
