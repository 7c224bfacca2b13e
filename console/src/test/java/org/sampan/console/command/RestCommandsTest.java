package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that speaks to a program, against the contract's own samples. */
class RestCommandsTest {

    @TempDir
    private Path home = Path.of("");

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ContractServer server = server();

    @BeforeEach
    void installation() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/admin.token"), ContractServer.TOKEN + "\n");
        environment.put("SAMPAN_HOME", home.toString());
        environment.put("SAMPAN_ADMIN_PORT", Integer.toString(server.port()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listsAreShownAsATable() {
        server.sample("GET /lists", 200, "lists.json");
        assertThat(sampan("lists", "list")).isZero();
        assertThat(text(out).lines())
                .containsExactly(
                        "ADDRESS                    NAME         VISIBILITY  JOINING  POSTING      LANGUAGE  MEMBERS",
                        "members@lists.example      Members      private     closed   members      en        38",
                        "mekong-news@lists.example  Mekong news  public      confirm  secretariat  en        41");
    }

    @Test
    void recordsOfTheKeysAreShownForTheDns() {
        server.sample("GET /dkim", 200, "dkim.json");
        assertThat(sampan("dkim")).isZero();
        assertThat(text(out))
                .contains("name   sampan-rsa._domainkey.lists.example")
                .contains("zone   sampan-ed25519._domainkey.lists.example. IN TXT \"v=DKIM1; k=ed25519; p=");
        assertThat(text(out).lines().filter(it -> it.startsWith("zone   sampan-rsa")))
                .allMatch(it -> it.split("\"").length == 4, "two strings");
    }

    @Test
    void serverThatSignsNothingSaysWhatToSet() {
        server.answer("GET /dkim", 200, "{\"records\":[]}");
        assertThat(sampan("dkim")).isZero();
        assertThat(text(out)).contains("dkim.sign");
    }

    @Test
    void listsAreShownAsJson() throws IOException {
        server.sample("GET /lists", 200, "lists.json");
        assertThat(sampan("lists", "list", "--json")).isZero();
        assertThat(json().path("lists")).hasSize(2);
    }

    @Test
    void shortNameMeansTheOwnDomain() {
        server.sample("GET /lists/mekong-news%40lists.example", 200, "list.json");
        assertThat(sampan("lists", "show", "mekong-news")).isZero();
        assertThat(text(out)).contains("maxBytes      10485760");
    }

    @Test
    void whatCanBeSetOnAListIsExplained() {
        server.sample("GET /list-settings", 200, "list-settings.json");
        assertThat(sampan("lists", "settings")).isZero();
        assertThat(text(out)).contains("open, confirm, moderate", "How people get on the list");
    }

    @Test
    void rulesOfAListAreExplained() {
        server.sample("GET /lists/members%40lists.example/rules?language=th", 200, "rules.json");
        assertThat(sampan("lists", "rules", "members", "--language", "th")).isZero();
        assertThat(text(out)).contains("loop").contains("A mail that has been through the list already is refused.");
    }

    @Test
    void stewardsAreShownAndChanged() throws IOException {
        server.sample("GET /lists/members%40lists.example/stewards", 200, "stewards.json");
        server.sample("PATCH /lists/members%40lists.example/stewards", 200, "stewards.json");
        assertThat(sampan("stewards", "list", "members")).isZero();
        assertThat(text(out)).contains("owners", "alice@harbour.example", "kanya@market.example");
        assertThat(sampan("stewards", "remove", "members", "moderators", "Kanya@market.example"))
                .isZero();
        assertThat(new ObjectMapper().readTree(server.lastBody()))
                .isEqualTo(new ObjectMapper().readTree("{\"moderators\":[\"htun@riverside.example\"]}"));
        assertThat(sampan("stewards", "add", "members", "friends", "x@y.example"))
                .isEqualTo(2);
    }

    @Test
    void listIsChangedByKeyAndValue() throws IOException {
        server.sample("PATCH /lists/members%40lists.example", 200, "list.json");
        assertThat(sampan("lists", "set", "members", "maxBytes=2048", "name=Our members"))
                .isZero();
        assertThat(new ObjectMapper().readTree(server.lastBody()))
                .isEqualTo(new ObjectMapper().readTree("{\"maxBytes\":2048,\"name\":\"Our members\"}"));
    }

    @Test
    void problemIsToldAsTheProgramPutsIt() {
        server.sample("PATCH /lists/members%40lists.example", 400, "problem.json");
        assertThat(sampan("lists", "set", "members", "maxBytes=12")).isEqualTo(1);
        assertThat(text(err)).isEqualTo("sampan: maxBytes: at least 1024, not 12\n");
    }

    @Test
    void membersAreReadPageByPage() throws IOException {
        server.sample("GET /lists/members%40lists.example/members?limit=500", 200, "members.json");
        server.answer(
                "GET /lists/members%40lists.example/members?limit=500&after=kanya%40market.example",
                200, "{\"members\":[{\"email\":\"zaw@river.example\"}],\"next\":null}");
        assertThat(sampan("members", "list", "members", "--json")).isZero();
        assertThat(json().path("members").findValuesAsText("email"))
                .containsExactly(
                        "alice@harbour.example", "htun@riverside.example", "kanya@market.example", "zaw@river.example");
    }

    @Test
    void memberIsAddedWithTypedFields() {
        server.sample("POST /lists/members%40lists.example/members", 201, "member.json");
        assertThat(sampan("members", "add", "members", "alice@harbour.example", "name=Alice Chan", "moderated=true"))
                .isZero();
        assertThat(server.lastBody())
                .isEqualTo("{\"email\":\"alice@harbour.example\",\"name\":\"Alice Chan\",\"moderated\":true}");
    }

    @Test
    void badLinesOfAnImportAreReported() throws IOException {
        server.sample("PUT /lists/members%40lists.example/members", 200, "members-import.json");
        Path csv = Files.writeString(home.resolve("people.csv"), "email,name\nhtun@riverside.example,ထွန်းအောင်\n");
        assertThat(sampan("members", "import", csv.toString(), "--list", "members"))
                .isEqualTo(1);
        assertThat(server.lastBody()).isEqualTo(Files.readString(csv));
        assertThat(text(out)).contains("38 lines read: 34 added, 2 updated, 1 unchanged, 1 rejected", "not an address");
    }

    @Test
    void missingFileOfAnImportIsToldByName() {
        assertThat(sampan("members", "import", "nowhere.csv", "--list", "members"))
                .isEqualTo(1);
        assertThat(text(err)).contains("cannot read nowhere.csv");
    }

    @Test
    void postsAreLimited() {
        server.sample(
                "GET /lists/members%40lists.example/posts?since=2026-11-01T00%3A00%3A00Z&limit=1", 200, "posts.json");
        assertThat(sampan("posts", "list", "members", "--limit", "1", "--since", "2026-11-01"))
                .isZero();
        assertThat(text(out).lines()).hasSize(2);
        assertThat(text(out)).contains("Re: ประชุมวันจันทร์");
    }

    @Test
    void postsAreExportedAsTheyCome() {
        server.answer(
                "GET /lists/members%40lists.example/posts.mbox?since=2026-11-01T00%3A00%3A00Z&as=sent",
                200, "From alice@harbour.example Sun Nov 22 01:00:00 2026\n\nhello\n\n");
        assertThat(sampan("posts", "export", "members", "--since", "2026-11-01", "--as-sent"))
                .isZero();
        assertThat(text(out)).startsWith("From alice@harbour.example").endsWith("hello\n\n");
    }

    @Test
    void oldArchiveIsHandedOverAndWhatCouldNotBeTakenIsTold() throws IOException {
        server.sample("PUT /lists/members%40lists.example/posts.mbox?check=true", 200, "posts-import.json");
        Path file = Files.writeString(home.resolve("members.mbox"), "From alice@harbour.example …");
        assertThat(sampan("posts", "import", "members", file.toString(), "--check"))
                .isOne();
        assertThat(text(out))
                .contains(
                        "members.mbox: 41207 messages read: 41180 new, 25 known already, 2 broken",
                        "from 2004-02-11 to 2026-11-20; 17 with a wrong date, 3 without a Message-ID",
                        "no mail: has neither From")
                .doesNotContain("joined");
        assertThat(server.lastBody()).startsWith("From alice@harbour.example");
    }

    @Test
    void postIsTakenOutOfTheArchive() {
        server.sample("POST /lists/members%40lists.example/posts/b7/remove", 200, "removal.json");
        assertThat(sampan("posts", "remove", "members", "b7", "--reason", "a home address", "--yes"))
                .isZero();
        assertThat(text(out)).contains("removed b7");
    }

    @Test
    void rawPostIsPrintedAsItIs() {
        server.answer("GET /lists/members%40lists.example/posts/b7/raw?as=sent", 200, "Subject: x\r\n\r\nhello\r\n");
        assertThat(sampan("posts", "raw", "members", "b7", "--as-sent")).isZero();
        assertThat(text(out)).isEqualTo("Subject: x\r\n\r\nhello\r\n");
    }

    @Test
    void statementIsHandedInWithItsAttachments() throws IOException {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.answer(
                "POST /api/statements",
                201,
                "{\"id\":7,\"messageId\":\"<statement.7@lists.example>\",\"lists\":[\"members@lists.example\"]}");
        Path file = Files.writeString(home.resolve("statement.md"), "# ຂ່າວ\n");
        Path pdf = Files.writeString(home.resolve("ແຈ້ງການ \"1\".pdf"), "%PDF-1.4");
        assertThat(sampan(
                        "posts",
                        "send",
                        "--list",
                        "members",
                        "--list",
                        "mekong-news",
                        "--subject",
                        "ຂ່າວ",
                        "--file",
                        file.toString(),
                        "--attach",
                        pdf.toString()))
                .as(text(err))
                .isZero();
        assertThat(server.lastBody())
                .contains("name=\"list\"\r\n", "members@lists.example\r\n", "mekong-news@lists.example\r\n")
                .contains(
                        "# ຂ່າວ\n",
                        "filename=\"ແຈ້ງການ %221%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\r\n");
        assertThat(text(out)).contains("statement 7", "<statement.7@lists.example>");
    }

    @Test
    void whoDecidedWhatIsListed() {
        server.sample("GET /lists/mekong-news%40lists.example/decisions?limit=1", 200, "decisions.json");
        assertThat(sampan("held", "decisions", "mekong-news", "--limit", "1")).isZero();
        assertThat(text(out)).contains("rejected", "boun@mekong-network.example", "off-topic");
    }

    @Test
    void heldPostIsRejectedWithAReason() {
        server.answer(
                "POST /lists/mekong-news%40lists.example/held/k5/reject",
                200, "{\"id\":\"k5\",\"decision\":\"rejected\"}");
        assertThat(sampan("held", "reject", "mekong-news", "k5", "--reason", "Too long"))
                .isZero();
        assertThat(server.lastBody()).isEqualTo("{\"reason\":\"Too long\"}");
        assertThat(text(out)).isEqualTo("k5 rejected\n");
    }

    @Test
    void heldPostIsAcceptedForGoodOrRejectedByAReasonOfTheList() {
        server.answer(
                "POST /lists/mekong-news%40lists.example/held/k5/accept",
                200, "{\"id\":\"k5\",\"decision\":\"accepted\"}");
        assertThat(sampan("held", "accept", "mekong-news", "k5")).isZero();
        assertThat(text(out)).isEqualTo("k5 accepted\n");
        server.sample("POST /lists/mekong-news%40lists.example/held/k6/reject", 200, "held-decision.json");
        assertThat(sampan("held", "reject", "mekong-news", "k6", "--because", "off-topic"))
                .isZero();
        assertThat(server.lastBody()).isEqualTo("{\"because\":\"off-topic\"}");
    }

    @Test
    void oneMembersCopyIsLookedUp() {
        server.sample(
                "GET /lists/members%40lists.example/posts/b7/delivery/htun%40riverside.example",
                200, "delivery-recipient.json");
        assertThat(sampan("delivery", "show", "members", "b7", "--member", "htun@riverside.example"))
                .isZero();
        assertThat(text(out)).contains("lastReply      451 4.7.1 Try again later");
    }

    @Test
    void sendIsDrawnWithItsCommonestReasons() {
        server.sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery.json");
        assertThat(sampan("delivery", "show", "members", "b7")).isZero();
        assertThat(text(out).lines())
                .containsExactly(
                        "sending  [████████████████████████████▒▒··········]  75 %  6.5/s  2 s left",
                        "          54  recipients  all who are to get it",
                        "          38  sent",
                        "          13  open        not offered to a server yet",
                        "           2  deferred    next tried at 2026-11-22T02:01:03Z",
                        "           1  failed      refused for good",
                        "           2  deferred: 451 4.7.1 Try again later");
    }

    @Test
    void sendThatWaitsForAnHourSaysWhenItIs() {
        server.sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery-waiting.json");
        assertThat(sampan("delivery", "show", "members", "b7")).isZero();
        assertThat(text(out)).startsWith("waiting  [").contains("the next are due at 2026-11-23T00:30:00Z");
    }

    @Test
    void sendIsFollowedUntilItStops() {
        server.sample("GET /lists/members%40lists.example/posts/b7/delivery", 200, "delivery-paused.json");
        assertThat(sampan("delivery", "show", "members", "b7", "--follow")).isZero();
        assertThat(text(err)).startsWith("paused  [");
        assertThat(text(out)).contains("Stopped by itself, since too many refused it, at 2026-11-22T02:00:04Z.");
    }

    @Test
    void sendIsPausedResumedAndCancelled() {
        for (String change : List.of("pause", "resume", "cancel")) {
            String call = "POST /lists/members%40lists.example/posts/b7/delivery/" + change;
            server.sample(call, 200, "delivery-paused.json");
            assertThat(sampan("delivery", change, "members", "b7")).isZero();
            assertThat(server.asked()).last().isEqualTo(call);
        }
    }

    @Test
    void whoseCopiesDidNotGoIsListed() {
        server.sample(
                "GET /lists/members%40lists.example/posts/b7/delivery/recipients?status=failed&limit=100",
                200, "delivery-recipients.json");
        assertThat(sampan("delivery", "recipients", "members", "b7", "--status", "failed"))
                .isZero();
        assertThat(text(out)).contains("htun@riverside.example", "451 4.7.1 Try again later");
    }

    @Test
    void personIsShownWithSubscriptions() {
        server.sample("GET /people/htun%40riverside.example", 200, "person.json");
        assertThat(sampan("people", "show", "htun@riverside.example")).isZero();
        assertThat(text(out))
                .contains("ထွန်းအောင်", "bounces.lastReply  550 5.1.1 No such user", "mekong-news@lists.example")
                .contains("IN TROUBLE ON", "suspended", "CAME BACK", "hard")
                .doesNotContain("{");
    }

    @Test
    void madeUpPasswordIsShownOnce() {
        server.sample("POST /accounts", 201, "account-made.json");
        assertThat(sampan("accounts", "add", "secretariat")).isZero();
        assertThat(server.lastBody()).isEqualTo("{\"address\":\"secretariat@lists.example\"}");
        assertThat(text(out)).contains("password  correct-horse-battery-staple");
    }

    @Test
    void skippedEditionIsSaidToBeSkipped() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.answer("POST /api/editions/mekong-weekly/runs", 202, "{\"run\":18}");
        server.answer(
                "GET /api/runs/18",
                200,
                "{\"run\":18,\"job\":\"edition\",\"state\":\"skipped\",\"message\":\"no story between 2026-11-16 and 2026-11-22\"}");
        assertThat(sampan("editions", "run", "mekong-weekly", "--since", "2026-11-16", "--dry-run"))
                .isZero();
        assertThat(server.lastBody()).isEmpty();
        assertThat(text(out)).isEqualTo("skipped: no story between 2026-11-16 and 2026-11-22\n");
    }

    @Test
    void editionIsApprovedAsItIsNow() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.sample("GET /api/editions/mekong-weekly/12/approval", 200, "edition-approval.json");
        server.sample("POST /api/editions/mekong-weekly/12/approve", 200, "edition-approval.json");
        assertThat(sampan("editions", "approve", "mekong-weekly", "12")).isZero();
        assertThat(server.lastBody()).isEqualTo("{\"fingerprint\":\"7d1c5b0a9e2f4c68b3a1d0e5f6978c24\"}");
        assertThat(text(out)).isEqualTo("approved by mali@riverside.example\n");
    }

    @Test
    void previewIsPrintedAsItIs() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.answer("GET /api/editions/mekong-weekly/12/preview?language=my&as=text", 200, "မြစ်\n");
        assertThat(sampan("editions", "preview", "mekong-weekly", "12", "--language", "my", "--text"))
                .isZero();
        assertThat(text(out)).isEqualTo("မြစ်\n");
    }

    @Test
    void runsAreListedAndShownWithTheirLog() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.sample("GET /api/runs?limit=20", 200, "runs.json");
        server.sample("GET /api/runs/18", 200, "run-skipped.json");
        assertThat(sampan("runs", "list")).isZero();
        assertThat(text(out)).contains("mekong-weekly/12", "waiting", "second person");
        assertThat(sampan("runs", "show", "18")).isZero();
        assertThat(text(out)).contains("2026-11-22T17:00:03Z", "empty");
        server.answer("GET /api/runs/19", 200, "{\"run\":19,\"job\":\"edition\",\"edition\":\"mekong-weekly/12\"}");
        server.sample("GET /api/editions/mekong-weekly/12/delivery", 200, "edition-delivery.json");
        assertThat(sampan("runs", "show", "19")).isZero();
        assertThat(text(out))
                .contains(
                        "delivery: sending",
                        "          38  sent",
                        "next at 07:00 in GMT+06:30, 2026-11-23 (2026-11-23T00:30:00Z)");
    }

    @Test
    void failedRunFails() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.answer("POST /api/sources/collect", 202, "{\"run\":17}");
        server.answer(
                "GET /api/runs/17",
                200,
                "{\"run\":17,\"job\":\"collect\",\"state\":\"failed\",\"message\":\"database away\"}");
        assertThat(sampan("sources", "collect")).isEqualTo(1);
        assertThat(text(err)).isEqualTo("sampan: collect failed: database away\n");
    }

    @Test
    void sourceIsAddedWithWhatItAllowsAndItsLine() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.answer("POST /api/sources", 201, "{\"id\":3}");
        assertThat(sampan(
                        "sources", "add", "https://harbour.example/feed/", "--excerpt", "300", "--rights", "© Harbour"))
                .isZero();
        assertThat(server.lastBody()).contains("\"excerpt\":300", "\"rights\":\"© Harbour\"");
    }

    @Test
    void archiveOfASourceIsGoneThroughByItsName() {
        environment.put("SAMPAN_WEB_PORT", Integer.toString(server.port()));
        environment.put("SAMPAN_ADMIN_PORT", "1");
        server.sample("GET /api/sources", 200, "sources.json");
        server.answer("POST /api/sources/2/backfill", 202, "{\"run\":17}");
        server.answer(
                "GET /api/runs/17",
                200,
                "{\"run\":17,\"job\":\"collect\",\"state\":\"done\",\"result\":{\"sources\":1,\"items\":30,\"new\":20,"
                        + "\"merged\":1,\"changed\":0,\"unchanged\":9,\"failed\":[]}}");
        assertThat(sampan("sources", "backfill", "riverside.example", "--pages", "3"))
                .isZero();
        assertThat(text(out)).contains("30 items from 1 sources: 20 new");
        assertThat(sampan("sources", "backfill", "nobody")).isEqualTo(2);
        assertThat(text(err)).contains("there is no source nobody; see ./sampan sources list");
    }

    @Test
    void stoppedProgramIsNamedWithTheRemedy() throws IOException {
        environment.put("SAMPAN_ADMIN_PORT", Integer.toString(closedPort()));
        assertThat(sampan("lists", "list")).isEqualTo(1);
        assertThat(text(err))
                .startsWith("sampan: the mail server does not answer")
                .contains("./sampan start");
    }

    @Test
    void wrongTokenIsNamed() throws IOException {
        Files.writeString(home.resolve("data/admin.token"), "another");
        assertThat(sampan("lists", "list")).isEqualTo(1);
        assertThat(text(err)).contains("does not take the token in", "admin.token");
    }

    @Test
    void escapeSequencesOfStrangersDoNotReachTheTerminal() {
        server.answer(
                "GET /lists/members%40lists.example/held",
                200,
                "{\"held\":[{\"id\":\"k5\",\"from\":\"a@b.example\",\"subject\":\"\\u001b[2J\\u202Egnp.exe\",\"reason\":\"r\"}]}");
        assertThat(sampan("held", "list", "members")).isZero();
        assertThat(text(out)).doesNotContain("\u001b", "\u202e").contains("\uFFFD[2J\uFFFDgnp.exe");
    }

    @Test
    void usageErrorsExitWithTwo() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("lists"),
                List.of("nonsense"),
                List.of("lists", "set", "members"),
                List.of("posts", "list", "members", "--since", "yesterday"))) {
            assertThat(sampan(wrong.toArray(String[]::new)))
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
    }

    @Test
    void helpWorksWithABrokenFile() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/sampan.properties"), "nonsense");
        assertThat(sampan("members", "import", "--help")).isZero();
        assertThat(text(out)).contains("FILE.csv");
        assertThat(sampan("lists", "list")).isEqualTo(1);
        assertThat(text(err)).startsWith("sampan: config/sampan.properties:1: ");
    }

    private int sampan(String... arguments) {
        out.reset();
        err.reset();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandLineInterface(environment, outStream, errStream).run(arguments);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ContractServer server() {
        try {
            return new ContractServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
