package org.sampan.digest.bench;

import org.sampan.digest.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own beside the operator's, on the same PostgreSQL, dropped at the end. */
final class JdbcScratchDatabase implements AutoCloseable {
    private final Settings.Database beside;
    private final Settings.Database scratch;
    private final boolean ours;

    private JdbcScratchDatabase(Settings.Database beside, Settings.Database scratch, boolean ours) {
        this.beside = beside;
        this.scratch = scratch;
        this.ours = ours;
    }

    /** @param inPlace the named database itself, which its owner throws away */
    static JdbcScratchDatabase of(Settings.Database named, boolean inPlace) {
        if (inPlace) {
            return new JdbcScratchDatabase(named, named, false);
        }
        String name = "sampan_bench_" + ProcessHandle.current().pid();
        client(named).sql("create database " + name).update();
        String url = named.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
        return new JdbcScratchDatabase(named, new Settings.Database(url, named.username(), named.password()), true);
    }

    Settings.Database settings() {
        return scratch;
    }

    int clippings() {
        return client(scratch)
                .sql("select count(*) from digest.clipping")
                .query(Integer.class)
                .single();
    }

    /** Copies of those there are, each a day older than the copy before, until there are so many. */
    void growTo(int wanted) {
        JdbcClient client = client(scratch);
        int there = clippings();
        for (int copy = 1; there < wanted && there > 0; copy++) {
            there += client.sql("""
                            with copied as (
                              insert into digest.clipping (title, title_key, kind, published_at, byline, outlet, language,
                                  country, topics, link, html, summary, collected_at, omitted)
                              select title, title_key || :copy, kind, published_at - make_interval(days => 29 * :copy), byline,
                                  outlet, language, country, topics, link || '?' || :copy, html, summary, collected_at,
                                  id % 20 = 0
                              from digest.clipping where link not like '%?%' order by id limit :most
                              returning id, link),
                            origins as (
                              insert into digest.clipping_origin (source_url, item, clipping_id, link, guid, fingerprint, seen_at)
                              select o.source_url, o.item || '?' || :copy, c.id, c.link, c.link, o.fingerprint, o.seen_at
                              from copied c join digest.clipping_origin o on o.link = split_part(c.link, '?', 1)
                              on conflict do nothing)
                            insert into digest.clipping_words (clipping_id, words)
                            select c.id, w.words from copied c
                            join digest.clipping first on first.link = split_part(c.link, '?', 1)
                            join digest.clipping_words w on w.clipping_id = first.id""")
                    .param("copy", copy)
                    .param("most", wanted - there)
                    .update();
        }
        vacuum();
    }

    /** So that the next is made from the beginning. */
    void forgetEditions() {
        JdbcClient client = client(scratch);
        client.sql("delete from digest.edition").update();
        client.sql("update digest.clipping set used = false where used").update();
        vacuum();
    }

    /** Lets an editor in, as if the mail with the link had come. */
    void letIn(String email, String token) {
        JdbcClient client = client(scratch);
        client.sql(
                        "insert into digest.editor (email, added_by, added_at) values (?, 'bench', now()) on conflict do nothing")
                .param(email)
                .update();
        client.sql("""
                        insert into digest.sign_in_link (token_hash, email, next_path, expires_at)
                        values (sha256(convert_to(?, 'UTF8')), ?, '', now() + interval '15 minutes')""").param(token).param(email).update();
    }

    /** What PostgreSQL does by itself within a minute. */
    void vacuum() {
        client(scratch).sql("vacuum analyze").update();
    }

    @Override
    public void close() {
        if (ours) {
            String name = scratch.url().replaceFirst("^.*/([^/?]*)(\\?.*)?$", "$1");
            client(beside)
                    .sql("drop database if exists " + name + " with (force)")
                    .update();
        }
    }

    private static JdbcClient client(Settings.Database database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }
}
