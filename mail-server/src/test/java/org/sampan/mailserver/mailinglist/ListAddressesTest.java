package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.post.PostId;

class ListAddressesTest {
    private static final ListAddress MEMBERS = ListAddress.of("members@lists.example");
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final SigningKey OTHER_KEY =
            new SigningKey("another key of at least 32 bytes".getBytes(StandardCharsets.UTF_8));

    @Test
    void addressesThatDifferInCaseAreOne() {
        assertThat(new EmailAddress("Alice@Farm.example")).isEqualTo(new EmailAddress("alice@farm.EXAMPLE"));
    }

    @Test
    void addressesInOtherScriptsAreTaken() {
        assertThat(EmailAddress.parse("แรงงาน@ตัวอย่าง.ไทย")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@farm.example",
                "alice@",
                "alice@farm@example",
                "ali ce@farm.example",
                "alice@farm.example\r\nBcc: eve@evil.example",
                "<alice@farm.example>",
                "alice..b@farm.example",
                "alice@.example",
                "alice@farm..example"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void listNamesThatWouldBeRoleAddressesAreRefused() {
        assertThatThrownBy(() -> ListAddress.of("members-join@lists.example")).hasMessageContaining("role address");
    }

    @Test
    void roleAddressIsTakenApart() {
        RoleAddress found = RoleAddress.parse(new EmailAddress("Members-Confirm+aBc-1@lists.example"))
                .orElseThrow();
        assertThat(found.list()).isEqualTo(MEMBERS);
        assertThat(found.role()).contains(ListAddress.Role.CONFIRM);
        assertThat(found.detail()).isEqualTo("aBc-1");
    }

    @Test
    void roleAddressIsMadeAndFoundAgain() {
        for (ListAddress.Role role : ListAddress.Role.values()) {
            assertThat(RoleAddress.parse(MEMBERS.at(role)).orElseThrow().role()).contains(role);
        }
    }

    @Test
    void verpAddressSurvivesACaseChange() {
        VerpAddress copy = new VerpAddress(123_456, 789);
        assertThat(VerpAddress.parse(copy.detail(KEY).toUpperCase(java.util.Locale.ROOT), KEY))
                .contains(copy);
    }

    @Test
    void everyVerpAddressIsFoundAgain() {
        for (long person = 0; person < 2_000; person++) {
            VerpAddress copy = new VerpAddress(Long.MAX_VALUE - person, person);
            assertThat(VerpAddress.parse(copy.detail(KEY), KEY)).contains(copy);
            assertThat(copy.detail(KEY).length()).isLessThanOrEqualTo(41);
        }
    }

    @Test
    void verpAddressOfAnotherKeyIsNotOurs() {
        assertThat(VerpAddress.parse(new VerpAddress(1, 2).detail(OTHER_KEY), KEY))
                .isEmpty();
        assertThat(VerpAddress.parse("1-2-zzzzzzzzzzzzzzzzzzzzzzz", KEY)).isEmpty();
        assertThat(VerpAddress.parse("--", KEY)).isEmpty();
    }

    @Test
    void leaveTokenIsGoodForOnePersonOnOneList() {
        LeaveToken leave = new LeaveToken(3, 70_000_000_000L);
        String text = leave.text(KEY);
        assertThat(text).hasSize(LeaveToken.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(LeaveToken.parse(text, KEY)).contains(leave);
        assertThat(LeaveToken.parse(text, OTHER_KEY)).isEmpty();
        assertThat(LeaveToken.parse("B" + text.substring(1), KEY)).isEmpty();
    }

    @Test
    void postIdFollowsFromListAndMessageId() {
        PostId id = PostId.of(MEMBERS, "<1@farm.example>");
        assertThat(id).isEqualTo(PostId.of(MEMBERS, "<1@farm.example>"));
        assertThat(id).isNotEqualTo(PostId.of(ListAddress.of("news@lists.example"), "<1@farm.example>"));
        assertThat(id).isNotEqualTo(PostId.of(MEMBERS, "<2@farm.example>"));
    }
}
