package org.sampan.console.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldRosterTest {
    @Test
    void addressesOfMailmanComeLineByLine() {
        OldRoster roster = OldRoster.of("""
                Alice Chan <alice@harbour.example>
                htun@riverside.example
                "Keo, Bounmy" <keo@lao.example>
                # a comment

                Members of nothing
                """);
        assertThat(roster.people())
                .containsExactly(
                        new OldMember("alice@harbour.example", "Alice Chan"),
                        new OldMember("htun@riverside.example", ""),
                        new OldMember("keo@lao.example", "Keo, Bounmy"));
        assertThat(roster.remarks()).containsExactly("line 6: no address: Members of nothing");
    }

    @Test
    void namesOfMailman2AreReadInLatin1(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("members.txt"), "Jos\u00e9 <jose@farm.example>\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(OldRoster.read(file).people()).containsExactly(new OldMember("jose@farm.example", "Jos\u00e9"));
    }

    @Test
    void jsonOfMailman3TellsModesAndWhatIsMissing() {
        OldRoster roster = OldRoster.of("""
                {"start": 0, "total_size": 5, "entries": [
                  {"address": "http://localhost:8001/3.1/addresses/alice@harbour.example", "bounce_score": 0,
                   "delivery_mode": "regular", "email": "alice@harbour.example", "list_id": "members.old.example",
                   "subscription_mode": "as_address", "role": "member", "display_name": "Alice Chan",
                   "self_link": "http://localhost:8001/3.1/members/a963ef52752e4f679ee3fe8253208690", "http_etag": "x"},
                  {"email": "htun@riverside.example", "delivery_mode": "mime_digests", "display_name": ""},
                  {"email": "bo@farm.example", "delivery_mode": "plaintext_digests", "moderation_action": "hold"},
                  {"email": "keo@lao.example", "delivery_mode": "regular", "delivery_status": "by_user"}
                ], "http_etag": "x"}""");
        assertThat(roster.people())
                .extracting(it -> it.email() + " " + it.mode())
                .containsExactly(
                        "alice@harbour.example ",
                        "htun@riverside.example daily",
                        "bo@farm.example daily-plain",
                        "keo@lao.example none");
        assertThat(roster.people().get(0).name()).isEqualTo("Alice Chan");
        assertThat(roster.remarks())
                .anySatisfy(it -> assertThat(it).contains("bo@farm.example", "'hold'", "moderated=true"))
                .anySatisfy(it -> assertThat(it).contains("Mailman has 5 people and this page 4"));
        assertThat(OldRoster.of("{\"entries\": [").remarks())
                .singleElement()
                .asString()
                .startsWith("no JSON");
    }

    @Test
    void dumpOfSympaTellsHowPeopleReceive() {
        OldRoster roster = OldRoster.of("""
                date 1446433200
                email alice@harbour.example
                gecos Alice Chan
                reception digestplain
                update_date 1446433200
                visibility conceal

                email htun@riverside.example
                gecos Htun Aung
                reception txt

                email keo@lao.example
                reception urlize

                email bo@farm.example
                suspend 1
                """);
        assertThat(roster.people())
                .extracting(it -> it.email() + " " + it.mode() + " " + it.isTextOnly())
                .containsExactly(
                        "alice@harbour.example daily-plain false",
                        "htun@riverside.example each true",
                        "keo@lao.example each false",
                        "bo@farm.example none false");
        assertThat(roster.people().get(0).name()).isEqualTo("Alice Chan");
        assertThat(roster.remarks())
                .anySatisfy(it -> assertThat(it).contains("keo@lao.example", "'urlize' does not come along"))
                .anySatisfy(it -> assertThat(it).contains("bo@farm.example", "suspended"));
    }

    @Test
    void tableOfListmonkTellsAttributesAndLeavesOutWhoWantsNoMail() {
        OldRoster roster = OldRoster.of("""
                uuid,email,name,attributes,status,created_at,updated_at
                c1,alice@harbour.example,"Chan, Alice","{""country"": ""HK"", ""organization"": ""Harbour"", ""score"": 5}",enabled,2021-01-01,2021-01-01
                c2,bo@farm.example,Bo,{},disabled,2021-01-01,2021-01-01
                c3,no@farm.example,No,{},blocklisted,2021-01-01,2021-01-01
                """);
        assertThat(roster.people())
                .containsExactly(
                        new OldMember(
                                "alice@harbour.example",
                                "Chan, Alice",
                                "",
                                false,
                                Map.of("country", "HK", "organisation", "Harbour")),
                        new OldMember("bo@farm.example", "Bo").with("none"));
        assertThat(roster.remarks())
                .containsExactlyInAnyOrder(
                        "alice@harbour.example: attribute score does not come along",
                        "no@farm.example: wants no mail at all (blocklisted): left out");
    }
}
