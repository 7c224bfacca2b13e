package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.settings.BadSettingsException;

class ListsFileTest {
    private static final String DOMAIN = "lists.example";

    @Test
    void fileInTheRepositoryDeclaresTheTwoLists() {
        List<DeclaredList> lists = ListsFile.read(Path.of("../config/lists.yaml"), DOMAIN);
        assertThat(lists)
                .extracting(it -> it.settings().address().toString())
                .containsExactly("members@lists.example", "mekong-news@lists.example");
        ListSettings members = lists.get(0).settings();
        assertThat(members.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(members.joining()).isEqualTo(Joining.CLOSED);
        assertThat(members.posting()).isEqualTo(Posting.MEMBERS);
        ListSettings news = lists.get(1).settings();
        assertThat(news.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(news.joining()).isEqualTo(Joining.CONFIRM);
        assertThat(news.posting()).isEqualTo(Posting.SECRETARIAT);
    }

    @Test
    void everyKeyIsRead() {
        List<DeclaredList> lists = parse("""
                lists:
                  - address: Strategy@lists.example
                    name: "Strategy: 2027"
                    description: ยุทธศาสตร์
                    visibility: public
                    joining: open
                    posting: secretariat
                    subjectTag: S
                    language: zh-TW
                    maxBytes: 4096
                    owners: [alice@harbour.example, bob@riverside.example]
                    moderators:
                      - bob@riverside.example
                    banned: []
                """);
        assertThat(lists).hasSize(1);
        DeclaredList strategy = lists.get(0);
        assertThat(strategy.settings())
                .isEqualTo(ListSettings.of(ListAddress.of("strategy@lists.example"))
                        .with(BasicSettings.NAME, "Strategy: 2027")
                        .with(BasicSettings.DESCRIPTION, "ยุทธศาสตร์")
                        .with(BasicSettings.VISIBILITY, Visibility.PUBLIC)
                        .with(BasicSettings.JOINING, Joining.OPEN)
                        .with(BasicSettings.POSTING, Posting.SECRETARIAT)
                        .with(BasicSettings.SUBJECT_TAG, "S")
                        .with(BasicSettings.LANGUAGE, "zh-TW")
                        .with(BasicSettings.MAX_BYTES, 4096L));
        assertThat(strategy.owners())
                .containsExactlyInAnyOrder(
                        new EmailAddress("alice@harbour.example"), new EmailAddress("bob@riverside.example"));
        assertThat(strategy.moderators()).containsExactly(new EmailAddress("bob@riverside.example"));
        assertThat(strategy.banned()).isEmpty();
    }

    @Test
    void listOfWhichOnlyTheAddressIsSaidIsTheSafestOne() {
        ListSettings settings = parse("lists: [{address: quiet}]").get(0).settings();
        assertThat(settings.name()).isEqualTo("quiet");
        assertThat(settings.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(settings.joining()).isEqualTo(Joining.CLOSED);
        assertThat(settings.posting()).isEqualTo(Posting.MEMBERS);
        assertThat(settings.maxBytes()).isEqualTo(BasicSettings.MAX_BYTES.standard());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
        assertThat(problems("""
                        lists:
                          - address: news
                            joining: sometimes
                            maxBytes: many
                            colour: blue
                            owners: nobody
                          - address: members-join
                          - address: elsewhere@other.example
                            banned: [no address]
                          - address: news
                          - name: Nameless
                        editions: []
                        """))
                .containsExactly(
                        "lists.yaml:12: editions: there is no such key here; only lists",
                        "lists.yaml:5: colour: there is no such key; there are address, "
                                + String.join(", ", SettingsCatalogue.names())
                                + ", owners, moderators, banned",
                        "lists.yaml:3: joining: 'sometimes' is none of open, confirm, moderate, confirm-moderate, invitation, closed",
                        "lists.yaml:4: maxBytes: a number of bytes, not 'many'",
                        "lists.yaml:6: owners: must be a list such as [owner@lists.example]",
                        "lists.yaml:7: address: a list's name must not end in '-join', which is a role address:"
                                + " members-join@lists.example",
                        "lists.yaml:8: address: must end in @lists.example, the domain of this server:"
                                + " elsewhere@other.example",
                        "lists.yaml:9: banned: not an e-mail address, nor a pattern such as *@spam.example: 'no address'",
                        "lists.yaml:11: address: must be there, such as news or news@lists.example");
    }

    @Test
    void listThatIsDeclaredTwiceIsRefused() {
        assertThat(problems("lists:\n  - address: news\n  - address: NEWS@lists.example\n"))
                .containsExactly("lists.yaml:3: address: news@lists.example is declared above");
    }

    @Test
    void keyThatComesTwiceIsRefused() {
        assertThat(problems("lists:\n  - address: news\n    name: A\n    name: B\n"))
                .singleElement()
                .asString()
                .startsWith("lists.yaml:4: ")
                .contains("name");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        assertThat(problems("lists:\n  - address: [news\n"))
                .singleElement()
                .asString()
                .startsWith("lists.yaml:");
        assertThat(problems("- news\n")).containsExactly("lists.yaml:1: lists: must stand at the top");
    }

    @Test
    void noFileAndNoListsAreNoProblem(@TempDir Path folder) {
        assertThat(ListsFile.read(folder.resolve("lists.yaml"), DOMAIN)).isEmpty();
        assertThat(parse("")).isEmpty();
        assertThat(parse("# only a comment\n")).isEmpty();
        assertThat(parse("lists:\n")).isEmpty();
    }

    @Test
    void fileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("lists.yaml"), "lists: [{address: caf\u00e9}]".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ListsFile.read(file, DOMAIN))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("UTF-8");
    }

    private static List<DeclaredList> parse(String yaml) {
        return ListsFile.parse("lists.yaml", yaml, DOMAIN);
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(BadSettingsException.class, () -> parse(yaml))
                .problems();
    }
}
