package org.sampan.digest.owner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads in PostgreSQL, cut into pieces. */
@Repository
class JdbcRosterUploads implements RosterUploads {
    private static final int PIECE = 256 * 1024;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcRosterUploads(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void keep(RosterUpload upload, InputStream file, Instant now) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                forgetOld(upload, now);
                insert(upload);
                insertPieces(upload, file);
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    @Override
    public Optional<RosterUpload> find(String token, SessionMark session, ListAddress list, Instant now) {
        return database.sql("select * from roster_upload where token = :token and session = :session"
                        + " and list = :list and expires_at > :now")
                .param("token", token)
                .param("session", session.text())
                .param("list", list.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(JdbcRosterUploads::upload)
                .optional();
    }

    @Override
    public InputStream open(RosterUpload upload) {
        return new Pieces(upload);
    }

    @Override
    public void forget(RosterUpload upload) {
        database.sql("delete from roster_upload where token = :token")
                .param("token", upload.token())
                .update();
    }

    private void forgetOld(RosterUpload upload, Instant now) {
        database.sql("delete from roster_upload where expires_at <= :now" + " or session = :session and list = :list")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("session", upload.session().text())
                .param("list", upload.list().text())
                .update();
    }

    private void insert(RosterUpload upload) {
        database.sql("insert into roster_upload (token, session, list, purpose, file_name, words, expires_at)"
                        + " values (:token, :session, :list, :purpose, :name, :words, :expires)")
                .param("token", upload.token())
                .param("session", upload.session().text())
                .param("list", upload.list().text())
                .param("purpose", upload.purpose().word())
                .param("name", upload.fileName())
                .param("words", upload.words())
                .param("expires", upload.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insertPieces(RosterUpload upload, InputStream file) {
        try {
            int number = 0;
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                database.sql("insert into roster_upload_piece (token, number, piece) values (:token, :number, :piece)")
                        .param("token", upload.token())
                        .param("number", number++)
                        .param("piece", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> piece(RosterUpload upload, int number) {
        return database.sql("select piece from roster_upload_piece where token = :token and number = :number")
                .param("token", upload.token())
                .param("number", number)
                .query((row, index) -> row.getBytes("piece"))
                .optional();
    }

    private static RosterUpload upload(ResultSet row, int index) throws SQLException {
        return new RosterUpload(
                row.getString("token"),
                new SessionMark(row.getString("session")),
                new ListAddress(row.getString("list")),
                RosterUpload.Purpose.of(row.getString("purpose")),
                row.getString("file_name"),
                row.getString("words"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** One piece after the other, each asked for when it is needed. */
    private final class Pieces extends InputStream {
        private final RosterUpload upload;
        private InputStream now = new ByteArrayInputStream(new byte[0]);
        private int next;

        Pieces(RosterUpload upload) {
            this.upload = upload;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0; // of an array that is used up the answer would be: the end
            }
            int read = now.read(into, offset, length);
            while (read < 0) {
                Optional<byte[]> piece = piece(upload, next++);
                if (piece.isEmpty()) {
                    return -1;
                }
                now = new ByteArrayInputStream(piece.get());
                read = now.read(into, offset, length);
            }
            return read;
        }
    }
}
