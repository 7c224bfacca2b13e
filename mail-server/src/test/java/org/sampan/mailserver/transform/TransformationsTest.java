package org.sampan.mailserver.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.from;
import static org.sampan.mailserver.post.TestPosts.list;
import static org.sampan.mailserver.post.TestPosts.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.TestPosts;

class TransformationsTest {
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final String TOKEN = new LeaveToken(1, 2).text(KEY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monday | [members] Monday",
                "Re: Monday | Re: [members] Monday",
                "RE: AW: Sv: Monday | RE: AW: Sv: [members] Monday",
                "RE: 回复：周一 | RE: 回复：[members] 周一",
                "Aw: [members] Monday | Aw: [members] Monday",
                "SV: 回复: [Members] 周一 | SV: 回复: [Members] 周一",
                "Re (2): Monday | [members] Re (2): Monday",
                "Re(2): Monday | Re(2): [members] Monday",
                "Отв: Встреча | Отв: [members] Встреча",
                "ຕອບກັບ: ປະຊຸມ | ຕອບກັບ: [members] ປະຊຸມ",
                "ឆ្លើយតប៖ | [members] ឆ្លើយតប៖",
                "Re[2]: Monday | Re[2]: [members] Monday",
                "回复：周一 | 回复：[members] 周一",
                "ตอบกลับ: ประชุม | ตอบกลับ: [members] ประชุม",
                "Trả lời: Họp | Trả lời: [members] Họp",
                "Fwd: Monday | [members] Fwd: Monday",
                "Result: 5 | [members] Result: 5",
                "[MEMBERS] Monday | [MEMBERS] Monday",
                "Re: [members] Monday | Re: [members] Monday",
                "Re: [members] Re: [members] Monday | Re: Re: [members] Monday",
                "[other] Monday | [members] [other] Monday"
            })
    void tagIsInTheSubjectOnceBehindWhatMakesItAnAnswer(String subject, String expected) {
        assertThat(tagged(EncodedWords.encode(subject), "members")).isEqualTo(expected);
    }

    @Test
    void subjectThatIsEncodedKeepsItsBytes() {
        assertThat(raw("=?TIS-620?B?u8PQqtjB?=", "members")).isEqualTo("[members] =?TIS-620?B?u8PQqtjB?=");
        assertThat(raw("Re: =?TIS-620?B?u8PQqtjB?=", "members")).isEqualTo("Re: [members] =?TIS-620?B?u8PQqtjB?=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?TIS-620?B?u8PQqtjB?=", "Monday", "Re: =?utf-8?Q?=E1=80=99?= x"})
    void tagOfAnotherScriptStandsBesideTheSubject(String subject) {
        String tagged = tagged(subject, "ข่าวแม่น้ำโขงและประเทศเพื่อนบ้านทั้งหมด");
        assertThat(tagged)
                .contains("[ข่าวแม่น้ำโขงและประเทศเพื่อนบ้านทั้งหมด] ")
                .doesNotContain("]  ", "]\u0020\u0020");
    }

    @Test
    void withoutATagTheSubjectStays() {
        assertThat(raw("Re:   two  spaces", "")).isEqualTo("Re:   two  spaces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lists.example/leave/%s",
                "> Leave the list: https://lists.example/leave/%s\r\n> Bob",
                "<a href=3D\"https://lists.example/leave/=\r\n%s=\r\n\">"
            })
    void leaveLinkOfTheWriterIsUselessToOthers(String text) {
        Message post = message("Content-Transfer-Encoding: quoted-printable", "", text.formatted(TOKEN));
        Message sent = blinded(post);
        assertThat(body(sent)).doesNotContain(TOKEN).hasSameSizeAs(body(post)).contains("x".repeat(LeaveToken.LENGTH));
    }

    @Test
    void leaveLinkCutByASoftLineBreakIsUselessToo() {
        String cut = TOKEN.substring(0, 9) + "=\r\n" + TOKEN.substring(9);
        Message post =
                message("Content-Transfer-Encoding: quoted-printable", "", "https://lists.example/leave/" + cut + " .");
        assertThat(body(blinded(post))).doesNotContain(TOKEN.substring(0, 9), TOKEN.substring(9));
    }

    @Test
    void leaveLinkInBase64AndInAForwardedMailIsUselessToo() {
        String link = "https://lists.example/leave/" + TOKEN;
        Message encoded = message(
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(link.getBytes(StandardCharsets.UTF_8)));
        assertThat(TransferCoding.decode(blinded(encoded)).orElseThrow())
                .asString()
                .doesNotContain(TOKEN);
        Message forwarded = message("Content-Type: message/rfc822", "", "Subject: x", "", link);
        assertThat(body(blinded(forwarded))).doesNotContain(TOKEN);
    }

    @Test
    void whatIsNoLinkOfOursStaysByteForByte() {
        Message post = message("", "https://elsewhere.example/leave/" + "a".repeat(LeaveToken.LENGTH));
        assertThat(blinded(post)).isSameAs(post);
    }

    @Test
    void stepThatFailsIsLeftOut() {
        Transformations transformations = new Transformations(
                java.util.List.of(),
                java.util.List.of(
                        (message, rendering) -> {
                            throw new IllegalStateException("on purpose");
                        },
                        new TagSubject()));
        byte[] sent = transformations
                .copies(rendering(TestPosts.mailFrom(ALICE), TestPosts.MEMBERS))
                .variants()
                .values()
                .iterator()
                .next();
        assertThat(Message.parse(sent).headers().value("Subject")).isEqualTo("[members] Monday");
    }

    @Test
    void postWaitsRatherThanGoesWithoutItsMarks() {
        Transformation failing = new Transformation() {
            @Override
            public Message apply(Message message, Rendering rendering) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public boolean isMandatory() {
                return true;
            }
        };
        Transformations transformations = new Transformations(java.util.List.of(), java.util.List.of(failing));
        Rendering rendering = rendering(TestPosts.mailFrom(ALICE), TestPosts.MEMBERS);
        assertThatThrownBy(() -> transformations.copies(rendering)).hasMessageContaining("cannot be sent without");
    }

    @Test
    void loopMarkLeaveLinkBlindingAndAnonymityAreNeverLeftOut() {
        assertThat(new AddListHeaders(new PostLinks(URI.create("https://lists.example"))).isMandatory())
                .isTrue();
        assertThat(new BlindLeaveLinks(KEY).isMandatory()).isTrue();
        assertThat(new HideAuthor().isMandatory()).isTrue();
    }

    private static String tagged(String subject, String tag) {
        return subject(subject, tag).text();
    }

    private static String raw(String subject, String tag) {
        return subject(subject, tag).value();
    }

    private static HeaderField subject(String subject, String tag) {
        Message message = message("Subject: " + subject, "", "x");
        ListSettings settings = TestPosts.MEMBERS.with(BasicSettings.SUBJECT_TAG, tag);
        return new TagSubject()
                .apply(message, rendering(message, settings))
                .headers()
                .first("Subject")
                .orElseThrow();
    }

    private static Message blinded(Message message) {
        return new BlindLeaveLinks(KEY).apply(message, rendering(message, TestPosts.MEMBERS));
    }

    private static String body(Message message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private static Rendering rendering(Message message, ListSettings settings) {
        Post post = Post.of(list(settings), from(ALICE), message);
        return new Rendering(post, "", "zmarkerzmarkerz1", Instant.parse("2026-11-22T01:02:03Z"));
    }
}
