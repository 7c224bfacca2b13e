package org.sampan.mailserver.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sampan.mailserver.mailinglist.MailingList;

/** Imports members as an operator does: a CSV file over REST, made as it travels. */
final class MembersUpload {
    private static final int LINES_AT_ONCE = 1000;
    private static final String HEADER = "email,name,organisation,country,language,timezone,mode\r\n";

    private final URI server;
    private final String token;

    private MembersUpload(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    static MembersUpload to(int adminPort, Path tokenFile) throws IOException {
        return new MembersUpload(
                URI.create("http://127.0.0.1:" + adminPort),
                Files.readString(tokenFile).strip());
    }

    /**
     * Waits until the server has heard of a list that was made in the database beside it.
     *
     * @throws IOException when that takes longer than ten seconds
     */
    void await(MailingList list) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/lists/" + list.address()))
                .header("Authorization", "Bearer " + token)
                .build();
        for (int look = 0; look < 100; look++) {
            if (HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("the server does not hear of " + list.address());
    }

    /**
     * @return how long it took, from the first byte to the answer
     * @throws IOException when not all are taken
     */
    Duration upload(MailingList list, int members) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/lists/" + list.address() + "/members"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofByteArrays(() -> chunks(members)))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (answer.statusCode() != 200 || !answer.body().contains("\"added\":" + members)) {
            throw new IOException("the members were not taken: " + answer.body());
        }
        return took;
    }

    private static Iterator<byte[]> chunks(int members) {
        return IntStream.rangeClosed(0, (members - 1) / LINES_AT_ONCE)
                .mapToObj(chunk -> chunk(chunk * LINES_AT_ONCE, Math.min(members, (chunk + 1) * LINES_AT_ONCE)))
                .iterator();
    }

    private static byte[] chunk(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> BenchList.reader(i) + ",Reader " + i + ",,KH,en,Asia/Phnom_Penh,each\r\n")
                .collect(Collectors.joining("", from == 0 ? HEADER : "", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
