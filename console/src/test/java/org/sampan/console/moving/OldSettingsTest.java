package org.sampan.console.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OldSettingsTest {
    private static final String CONFIG = """
            # -*- python -*-
            # -*- coding: utf-8 -*-
            ## "members" mailing list configuration settings
            ## captured on Mon Nov  2 10:00:00 2015

            ## The public name of this list (make case-changes only).
            real_name = 'Members'

            owner = ['kanya@market.example', 'Alice@Harbour.example']
            moderator = []
            description = "The members' list\\x2c in short"
            subject_prefix = '[Members] '
            max_message_size = 40
            preferred_language = 'zh_CN'
            subscribe_policy = 2
            archive_private = 1
            anonymous_list = False
            ban_list = ['spam@elsewhere.example', '^.*@spam\\\\.example$', '^[a-z]+bad@.*']
            msg_footer = \"""_______________________________________________
            %(real_name)s mailing list
            owner = ['evil@elsewhere.example']
            \"""
            mod_password = 'hunter2'
            topics = [('boats', 'boat.*', 'About boats', False)]
            post_password = __import__('os').system('touch /tmp/never')
            """;

    private final OldSettings old = OldSettings.of(CONFIG);

    @Test
    void settingsPeopleAndBansComeAlong() {
        assertThat(old.settings().toString())
                .isEqualTo("{name=Members, description=The members' list, in short, subjectTag=Members, language=zh,"
                        + " maxBytes=40960}");
        assertThat(old.owners()).containsExactly("kanya@market.example", "Alice@Harbour.example");
        assertThat(old.moderators()).isEmpty();
        assertThat(old.banned()).containsExactly("spam@elsewhere.example", "*@spam.example");
    }

    @Test
    void whatOpensAListIsToldAndPasswordsAreNot() {
        assertThat(old.remarks())
                .contains(
                        "subscribe_policy = 2: who may join; here: joining",
                        "archive_private = 1: who reads the archive; here: visibility")
                .anySatisfy(it -> assertThat(it).contains("ban_list has the pattern ^[a-z]+bad@.*"))
                .anySatisfy(it -> assertThat(it).startsWith("topics = 1 entries"));
        assertThat(old.toString()).doesNotContain("hunter2", "import", "password");
    }

    @Test
    void jsonOfMailman3IsReadAsWell() {
        OldSettings three = OldSettings.of("""
                {"display_name": "Members", "description": "In short", "subject_prefix": "[Members] ",
                 "max_message_size": 40, "preferred_language": "vi", "subscription_policy": "confirm_then_moderate",
                 "archive_policy": "private", "accept_these_nonmembers": ["^.*@harbour.example"], "http_etag": "x"}""");
        assertThat(three.settings().toString())
                .isEqualTo("{name=Members, description=In short, subjectTag=Members, language=vi, maxBytes=40960}");
        assertThat(three.remarks())
                .contains("subscription_policy = confirm_then_moderate: who may join; here: joining")
                .anySatisfy(it -> assertThat(it).startsWith("accept_these_nonmembers = 1 entries"));
        assertThat(OldSettings.of("{ broken").remarks()).hasSize(1);
    }

    @Test
    void settingsThatAreNamedAreThere() throws IOException {
        String catalogue = Files.readString(Path.of("..", "config", "contract", "list-settings.json"));
        String all = String.join(
                "\n",
                OldSettings.of(
                                "subscribe_policy = 1\nadvertised = 1\narchive_private = 1\nanonymous_list = 1\nemergency = 1\n"
                                        + "default_member_moderation = 1\ngeneric_nonmember_action = 1\nreply_goes_to_list = 1\n"
                                        + "msg_footer = ''\n")
                        .remarks());
        List<String> named = Pattern.compile("here: ([a-z][A-Za-z]+)(?:,|$)", Pattern.MULTILINE)
                .matcher(all)
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(named).hasSize(9).allMatch(it -> catalogue.contains("\"name\": \"" + it + "\""));
    }

    @Test
    void textThatIsNoConfigurationSaysSo() {
        assertThat(OldSettings.of("Hello\n= [[[ 'x\n").remarks())
                .singleElement()
                .asString()
                .contains("config_list -o");
        assertThat(OldSettings.of("a = [1, [2, ('x', \n b = \"\"\" never ends").settings())
                .isEmpty();
    }
}
