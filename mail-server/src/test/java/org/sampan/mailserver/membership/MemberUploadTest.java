package org.sampan.mailserver.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.membership.Members.ImportCount;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class MemberUploadTest {
    private static final byte[] BEGINNING = ("email\n" + "reader@reading.example\n".repeat(4000)).getBytes(UTF_8);
    private static final byte[] END = "reader@reading.example\n".repeat(1000).getBytes(UTF_8);

    private final CountDownLatch firstMember = new CountDownLatch(1);
    private final JdbcMailingLists lists;

    MemberUploadTest(Database database) {
        lists = new JdbcMailingLists(database);
        lists.add(MailingListsContract.MEMBERS);
    }

    /** The client sends the end of the file only once the server has seen the first member of it. */
    @Test
    void fileOfKnownLengthIsReadWhileItComes() {
        try (RestUnderTest rest =
                RestUnderTest.serving(new MemberRoutes(countingMembers(), new ListPath(lists), new Json()))) {
            var body = BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(this::fileThatWaits), BEGINNING.length + END.length);
            assertThat(rest.put("/lists/members@lists.example/members", "text/csv", body)
                            .hasStatus(200)
                            .body()
                            .get("added")
                            .asLong())
                    .isEqualTo(5000);
        }
    }

    private Members countingMembers() {
        return (Members) Proxy.newProxyInstance(
                Members.class.getClassLoader(), new Class<?>[] {Members.class}, (proxy, method, arguments) -> {
                    long count = 0;
                    for (Iterator<?> members = ((Stream<?>) arguments[1]).iterator(); members.hasNext(); count++) {
                        members.next();
                        firstMember.countDown();
                    }
                    return new ImportCount(count, 0, 0);
                });
    }

    private InputStream fileThatWaits() {
        return new java.io.SequenceInputStream(new ByteArrayInputStream(BEGINNING), new InputStream() {
            private final InputStream end = new ByteArrayInputStream(END);

            @Override
            public int read() throws IOException {
                waitForTheFirstMember();
                return end.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                waitForTheFirstMember();
                return end.read(buffer, offset, length);
            }
        });
    }

    private void waitForTheFirstMember() throws IOException {
        try {
            if (!firstMember.await(30, TimeUnit.SECONDS)) {
                throw new IOException("the server reads nothing before it has all");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
