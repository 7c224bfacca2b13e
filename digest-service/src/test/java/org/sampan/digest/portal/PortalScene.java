package org.sampan.digest.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.mailserver.SubmissionCatcher;

/**
 * A whole digest service with a stand-in mail server beside it and a published edition in it; one for all tests of
 * pages. Alice and Htun are on the private list members; Mekong news is public.
 */
public final class PortalScene {
    public static final String REPLY = "b7n4qk2zr5tx6wpa3mde";
    public static final String PLAN = "c2k7zj5mq3wr6txb4nfa";
    public static final String MEMBERS = "GET /lists/members%40lists.example";
    public static final String OPERATOR = "operator@mekong-network.example";
    public static final String NEWS = "GET /lists/mekong-news%40lists.example";

    /** A series of which no test makes an edition but its own. */
    private static final String LETTER =
            "  - {slug: members-letter, name: Letter among ourselves, list: members, language: en, sections: [statement]}\n";

    public final StandInMailServer mailServer = new StandInMailServer();
    public final SubmissionCatcher submission;
    /** Of this scene alone. */
    public final Path config;

    public final RunningDigestService service;

    private int members;
    private int visitors;
    private @Nullable WebVisitor operator;

    private PortalScene() {
        Path data = dataFolder();
        submission = new SubmissionCatcher(data);
        Map<String, String> changes = new HashMap<>();
        changes.put("SAMPAN_DATA", data.toString());
        config = config(data.resolve("config"));
        changes.put("SAMPAN_CONFIG", config.toString());
        changes.put("SAMPAN_ADMIN_PORT", Integer.toString(mailServer.uri().getPort()));
        changes.put("SAMPAN_SUBMISSION_PORT", Integer.toString(submission.port()));
        changes.put("SAMPAN_OPERATOR_EMAIL", OPERATOR);
        service = RunningDigestService.start(changes);
        new SceneStories(service).publish();
    }

    private static final class Holder {
        static final PortalScene SCENE = new PortalScene();
    }

    /** The mail server answers again as at the beginning, and nothing was asked or mailed. */
    public static PortalScene fresh() {
        Holder.SCENE.mailServer.forgetAll();
        Holder.SCENE.submission.forgetAll();
        Holder.SCENE.arrange();
        return Holder.SCENE;
    }

    public WebVisitor visitor() {
        return new WebVisitor(service.at(""));
    }

    /** A new address of somebody who is on both lists: one person may not ask for many sign-in links. */
    public String newMember() {
        String email = "member" + ++members + "@riverside.example";
        setPerson(email, StandInMailServer.sample("person"));
        return email;
    }

    public void setPerson(String email, String sample) {
        mailServer.when(
                "GET /people/" + email.replace("@", "%40"), 200, sample.replace("htun@riverside.example", email));
    }

    /** A new address of somebody who is on no list, but owns or moderates Mekong news. */
    public String newSteward(String role) {
        String email = "steward" + ++members + "@office.example";
        mailServer.when(
                "GET /stewards/" + email.replace("@", "%40"),
                200,
                "{\"lists\":[{\"list\":\"mekong-news@lists.example\",\"listName\":\"Mekong news\",\"role\":\"" + role
                        + "\"}]}");
        return email;
    }

    /** The operator, signed in; one for all tests, since nobody is mailed many links. */
    public WebVisitor operator() {
        if (operator == null) {
            operator = signedIn(OPERATOR);
        }
        return operator;
    }

    /** Somebody who has come in by a sign-in link. */
    public WebVisitor signedIn(String email) {
        submission.forgetAll();
        WebVisitor visitor = visitor().comingFrom("198.18." + ++visitors + ".7");
        visitor.get("/account/sign-in");
        visitor.send(Map.of("email", email));
        visitor.get(SignInMails.linkIn(submission));
        visitor.send(Map.of());
        submission.forgetAll();
        return visitor;
    }

    public static byte[] mail(String name) {
        try (InputStream in = PortalScene.class.getResourceAsStream("/letter/" + name + ".eml")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrange() {
        mailServer
                .whenSample("GET /health", 200, "health")
                .whenSample("GET /lists", 200, "lists")
                .whenSample(NEWS, 200, "list")
                .when(MEMBERS, 200, privateList())
                .whenSample("GET /people/htun%40riverside.example", 200, "person")
                .whenSample("POST /lists/mekong-news%40lists.example/joins", 202, "join")
                .whenSample(MEMBERS + "/posts?limit=50", 200, "posts")
                .whenSample(MEMBERS + "/posts?limit=500&since=2026-09-23T02%3A00%3A00Z", 200, "posts")
                .whenSample(MEMBERS + "/posts/" + REPLY, 200, "post")
                .whenRaw(MEMBERS + "/posts/" + REPLY + "/raw", mail("flowed-reply"));
    }

    private static String privateList() {
        String lists = StandInMailServer.sample("lists");
        int start = lists.indexOf('{', lists.indexOf('['));
        return lists.substring(start, lists.indexOf('}', start) + 1);
    }

    /** The checkout's, but that the urgent bulletin appears in Burmese, too, and one series goes to the private list. */
    private static Path config(Path folder) {
        Path original = RunningDigestService.checkout().resolve("config");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(original.relativize(file).toString()));
            }
            Path editions = folder.resolve("editions.yaml");
            Files.writeString(
                    editions,
                    Files.readString(editions)
                                    .replaceFirst("(slug: urgent\\R(?s:.*?)language: en\\R)", "$1    languages: [my]\n")
                            + LETTER);
            Files.createDirectories(folder.resolve("editions/urgent"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path dataFolder() {
        try {
            Path folder = Files.createTempDirectory("sampan-portal");
            Files.writeString(folder.resolve("admin.token"), RunningDigestService.TOKEN + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
