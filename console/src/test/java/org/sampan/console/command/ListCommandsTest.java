package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about lists and their people, against the contract's own samples. */
class ListCommandsTest {
    @TempDir
    private Path home = Path.of("");

    private CommandUnderTest sampan;

    @BeforeEach
    void open() throws IOException {
        sampan = new CommandUnderTest(home);
    }

    @AfterEach
    void close() {
        sampan.close();
    }

    @Test
    void listsAreShownAsATable() {
        sampan.mailServer().sample("GET /lists", 200, "lists.json");
        assertThat(sampan.run("lists", "list")).isZero();
        assertThat(sampan.said().lines())
                .containsExactly(
                        "ADDRESS                    NAME         VISIBILITY  JOINING  POSTING      LANGUAGE  MEMBERS",
                        "members@lists.example      Members      private     closed   members      en        38",
                        "mekong-news@lists.example  Mekong news  public      confirm  secretariat  en        41");
    }

    @Test
    void recordsOfTheKeysAreShownForTheDns() {
        sampan.mailServer().sample("GET /dkim", 200, "dkim.json");
        assertThat(sampan.run("dkim")).isZero();
        assertThat(sampan.said())
                .contains("name   sampan-rsa._domainkey.lists.example")
                .contains("zone   sampan-ed25519._domainkey.lists.example. IN TXT \"v=DKIM1; k=ed25519; p=");
        assertThat(sampan.said().lines().filter(it -> it.startsWith("zone   sampan-rsa")))
                .allMatch(it -> it.split("\"").length == 4, "two strings");
    }

    @Test
    void serverThatSignsNothingSaysWhatToSet() {
        sampan.mailServer().answer("GET /dkim", 200, "{\"records\":[]}");
        assertThat(sampan.run("dkim")).isZero();
        assertThat(sampan.said()).contains("dkim.sign");
    }

    @Test
    void listsAreShownAsJson() throws IOException {
        sampan.mailServer().sample("GET /lists", 200, "lists.json");
        assertThat(sampan.run("lists", "list", "--json")).isZero();
        assertThat(sampan.json().path("lists")).hasSize(2);
    }

    @Test
    void shortNameMeansTheOwnDomain() {
        sampan.mailServer().sample("GET /lists/mekong-news%40lists.example", 200, "list.json");
        assertThat(sampan.run("lists", "show", "mekong-news")).isZero();
        assertThat(sampan.said()).contains("maxBytes      10485760");
    }

    @Test
    void whatCanBeSetOnAListIsExplained() {
        sampan.mailServer().sample("GET /list-settings", 200, "list-settings.json");
        assertThat(sampan.run("lists", "settings")).isZero();
        assertThat(sampan.said()).contains("open, confirm, moderate", "How people get on the list");
    }

    @Test
    void rulesOfAListAreExplained() {
        sampan.mailServer().sample("GET /lists/members%40lists.example/rules?language=th", 200, "rules.json");
        assertThat(sampan.run("lists", "rules", "members", "--language", "th")).isZero();
        assertThat(sampan.said())
                .contains("loop")
                .contains("A mail that has been through the list already is refused.");
    }

    @Test
    void stewardsAreShownAndChanged() throws IOException {
        sampan.mailServer().sample("GET /lists/members%40lists.example/stewards", 200, "stewards.json");
        sampan.mailServer().sample("PATCH /lists/members%40lists.example/stewards", 200, "stewards.json");
        assertThat(sampan.run("stewards", "list", "members")).isZero();
        assertThat(sampan.said()).contains("owners", "alice@harbour.example", "kanya@market.example");
        assertThat(sampan.run("stewards", "remove", "members", "moderators", "Kanya@market.example"))
                .isZero();
        assertThat(new ObjectMapper().readTree(sampan.mailServer().lastBody()))
                .isEqualTo(new ObjectMapper().readTree("{\"moderators\":[\"htun@riverside.example\"]}"));
        assertThat(sampan.run("stewards", "add", "members", "friends", "x@y.example"))
                .isEqualTo(2);
    }

    @Test
    void listIsChangedByKeyAndValue() throws IOException {
        sampan.mailServer().sample("PATCH /lists/members%40lists.example", 200, "list.json");
        assertThat(sampan.run("lists", "set", "members", "maxBytes=2048", "name=Our members"))
                .isZero();
        assertThat(new ObjectMapper().readTree(sampan.mailServer().lastBody()))
                .isEqualTo(new ObjectMapper().readTree("{\"maxBytes\":2048,\"name\":\"Our members\"}"));
    }

    @Test
    void membersAreReadPageByPage() throws IOException {
        sampan.mailServer().sample("GET /lists/members%40lists.example/members?limit=500", 200, "members.json");
        sampan.mailServer()
                .answer(
                        "GET /lists/members%40lists.example/members?limit=500&after=kanya%40market.example",
                        200, "{\"members\":[{\"email\":\"zaw@river.example\"}],\"next\":null}");
        assertThat(sampan.run("members", "list", "members", "--json")).isZero();
        assertThat(sampan.json().path("members").findValuesAsText("email"))
                .containsExactly(
                        "alice@harbour.example", "htun@riverside.example", "kanya@market.example", "zaw@river.example");
    }

    @Test
    void memberIsAddedWithTypedFields() {
        sampan.mailServer().sample("POST /lists/members%40lists.example/members", 201, "member.json");
        assertThat(sampan.run(
                        "members", "add", "members", "alice@harbour.example", "name=Alice Chan", "moderated=true"))
                .isZero();
        assertThat(sampan.mailServer().lastBody())
                .isEqualTo("{\"email\":\"alice@harbour.example\",\"name\":\"Alice Chan\",\"moderated\":true}");
    }

    @Test
    void badLinesOfAnImportAreReported() throws IOException {
        sampan.mailServer().sample("PUT /lists/members%40lists.example/members", 200, "members-import.json");
        Path csv = Files.writeString(home.resolve("people.csv"), "email,name\nhtun@riverside.example,ထွန်းအောင်\n");
        assertThat(sampan.run("members", "import", csv.toString(), "--list", "members"))
                .isEqualTo(1);
        assertThat(sampan.mailServer().lastBody()).isEqualTo(Files.readString(csv));
        assertThat(sampan.said())
                .contains("38 lines read: 34 added, 2 updated, 1 unchanged, 1 rejected", "not an address");
    }

    @Test
    void missingFileOfAnImportIsToldByName() {
        assertThat(sampan.run("members", "import", "nowhere.csv", "--list", "members"))
                .isEqualTo(1);
        assertThat(sampan.complained()).contains("cannot read nowhere.csv");
    }

    @Test
    void personIsShownWithSubscriptions() {
        sampan.mailServer().sample("GET /people/htun%40riverside.example", 200, "person.json");
        assertThat(sampan.run("people", "show", "htun@riverside.example")).isZero();
        assertThat(sampan.said())
                .contains("ထွန်းအောင်", "bounces.lastReply  550 5.1.1 No such user", "mekong-news@lists.example")
                .contains("IN TROUBLE ON", "suspended", "CAME BACK", "hard")
                .doesNotContain("{");
    }

    @Test
    void madeUpPasswordIsShownOnce() {
        sampan.mailServer().sample("POST /accounts", 201, "account-made.json");
        assertThat(sampan.run("accounts", "add", "secretariat")).isZero();
        assertThat(sampan.mailServer().lastBody()).isEqualTo("{\"address\":\"secretariat@lists.example\"}");
        assertThat(sampan.said()).contains("password  correct-horse-battery-staple");
    }
}
