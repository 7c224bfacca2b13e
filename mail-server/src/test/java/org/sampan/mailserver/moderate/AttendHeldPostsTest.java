package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcAcceptedSenders;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.ModerationSettings;
import org.sampan.mailserver.mailinglist.ModerationSettings.Asked;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.ClockByHand;
import org.sampan.mailserver.notice.KeptNotices;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.ModerationContent.Turn;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Days go by, and nobody decides. */
@ExtendWith(TestDatabase.class)
class AttendHeldPostsTest {
    private static final EmailAddress KANYA = new EmailAddress("kanya@mekong-network.example");
    private static final EmailAddress BOUN = new EmailAddress("boun@mekong-network.example");
    private static final EmailAddress OWNER = new EmailAddress("owner@mekong-network.example");

    private final Database database;
    private final KeptNotices notices = new KeptNotices();
    private final ClockByHand clock = new ClockByHand(Instant.now());
    private final JdbcMailingLists lists;
    private final JdbcHeldPosts heldPosts;
    private final NotifyModerators notifyModerators;
    private final Moderation moderation;
    private final AttendHeldPosts attend;

    AttendHeldPostsTest(Database database) {
        this.database = database;
        Settings settings = Settings.from(Map.of("SAMPAN_HOME", ".."));
        lists = new JdbcMailingLists(database);
        heldPosts = new JdbcHeldPosts(database);
        JdbcMembers members = new JdbcMembers(database);
        Stewards stewards = new Stewards(lists, settings);
        HeldLinks links = new HeldLinks(
                heldPosts,
                lists,
                stewards,
                new PostLinks(URI.create("https://news.example")),
                new SigningKey(new byte[32]));
        notifyModerators = new NotifyModerators(stewards, members, links, notices, new ReasonTexts(settings));
        ReleaseHeldPosts release =
                new ReleaseHeldPosts(heldPosts, lists, (post, by) -> {}, new JdbcAcceptedSenders(database), members);
        moderation = new Moderation(heldPosts, lists, release, new TellAuthor(members, notices), clock);
        attend = new AttendHeldPosts(heldPosts, lists, notifyModerators, moderation, clock);
    }

    @BeforeEach
    void nothingWaits() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
    }

    @Test
    void moderatorsAreRemindedThenTheOwnersAreAskedAndAtLastThePostLapses() {
        Post post = hold(Asked.ALL);
        attend.run();
        attend.run();
        assertThat(notices.told())
                .containsExactlyInAnyOrder("held boun@mekong-network.example", "held kanya@mekong-network.example");
        clock.advance(Duration.ofHours(25));
        attend.run();
        attend.run();
        assertThat(notices.sent()).hasSize(4);
        assertThat(notices.last(ModerationContent.Held.class).turn()).isEqualTo(Turn.REMINDER);
        clock.advance(Duration.ofDays(1));
        attend.run();
        assertThat(notices.told()).hasSize(5).last().isEqualTo("held owner@mekong-network.example");
        assertThat(notices.last(ModerationContent.Held.class).turn()).isEqualTo(Turn.NEXT);
        for (int day = 0; day < 11; day++) {
            clock.advance(Duration.ofDays(1));
            attend.run();
        }
        assertThat(notices.sent()).hasSize(6);
        clock.advance(Duration.ofDays(1));
        attend.run();
        attend.run();
        assertThat(notices.told())
                .hasSize(9)
                .contains(
                        "nobody-decided alice@harbour.example",
                        "held-lapsed kanya@mekong-network.example",
                        "held-lapsed boun@mekong-network.example");
        assertThat(heldPosts.find(post.list(), post.id()).orElseThrow().decided())
                .hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(Decision.Kind.EXPIRED));
        assertThat(moderation.decide(post.list(), post.id(), Decision.Kind.APPROVED, "Kanya", Rejection.NONE))
                .isFalse();
    }

    @Test
    void oneModeratorAfterTheOtherIsAsked() {
        hold(Asked.IN_TURN);
        attend.run();
        for (int day = 0; day < 4; day++) {
            clock.advance(Duration.ofHours(25));
            attend.run();
        }
        assertThat(notices.told()).hasSize(5);
        assertThat(notices.told().get(0)).isEqualTo(notices.told().get(1));
        assertThat(notices.told().get(2))
                .isEqualTo(notices.told().get(3))
                .isNotEqualTo(notices.told().get(0));
        assertThat(notices.told().get(4)).isEqualTo("held owner@mekong-network.example");
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecidedAndARejectedAuthorReadsWhy() {
        Post post = hold(Asked.ALL);
        attend.run();
        moderation.decide(
                post.list(), post.id(), Decision.Kind.REJECTED, "Kanya", Rejection.parse("too-large: A link, please."));
        clock.advance(Duration.ofDays(20));
        attend.run();
        assertThat(notices.told()).hasSize(3).last().isEqualTo("rejected alice@harbour.example");
        assertThat(notices.last(ModerationContent.Rejected.class))
                .isEqualTo(new ModerationContent.Rejected("Monday", "too-large", "A link, please."));
    }

    @Test
    void authorIsToldAfterACrashBetweenDecisionAndNotice() {
        Post post = hold(Asked.ALL);
        heldPosts.decide(post.list(), post.id(), new Decision(Decision.Kind.REJECTED, "Kanya", "", clock.instant()));
        clock.advance(Duration.ofMinutes(2));
        attend.run();
        attend.run();
        assertThat(notices.told()).hasSize(3).last().isEqualTo("rejected alice@harbour.example");
    }

    private Post hold(Asked asked) {
        MailingList list = lists.add(TestPosts.MEMBERS.with(ModerationSettings.MODERATORS_ASKED, asked));
        lists.setStewards(list, Steward.MODERATOR, Set.of(KANYA, BOUN));
        lists.setStewards(list, Steward.OWNER, Set.of(OWNER));
        new JdbcMembers(database).add(list, Person.of(TestPosts.ALICE), DeliveryMode.EACH, "owner");
        Post post = TestPosts.post(list, TestPosts.ALICE);
        HeldPost held = heldPosts.hold(post, Reason.of("moderated-member"));
        notifyModerators.ask(held, post, 0);
        heldPosts.markNotified(post.id());
        return post;
    }
}
