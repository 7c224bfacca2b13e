package org.sampan.mailserver.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.MEMBERS;
import static org.sampan.mailserver.post.TestPosts.NEWS;
import static org.sampan.mailserver.post.TestPosts.STRANGER;
import static org.sampan.mailserver.post.TestPosts.mailFrom;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcAcceptedSenders;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.SenderProof;
import org.sampan.mailserver.post.SenderProof.By;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What the rules make of a proof, or of its absence. */
@ExtendWith(TestDatabase.class)
class SenderProofRulesTest {
    private static final ListSettings ALIGNED =
            MEMBERS.with(PostingSettings.SENDER_PROOF, PostingSettings.SenderProof.ALIGNED);

    private final Database database;
    private final List<String> asked = new ArrayList<>();
    private RulesUnderTest rules;
    private PostingRules watched;
    private MailingList list;

    @SuppressWarnings("NullAway.Init") // made before each test
    SenderProofRulesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void aliceAndHtunAreMembers() {
        rules = new RulesUnderTest(database);
        list = rules.list(ALIGNED);
        watched = new PostingRules(
                rules.lists, watching(rules.members), rules.persons, new JdbcAcceptedSenders(database), rules.archive);
        asked.clear();
    }

    @Test
    void provenMemberPostsAndProvenStrangerDoesNot() {
        assertThat(judge(ALICE, By.SERVER)).isEqualTo(new Verdict.Accept());
        assertThat(judge(ALICE, By.SIGNATURE)).isEqualTo(new Verdict.Accept());
        assertThat(judge(STRANGER, By.SERVER)).isInstanceOf(Verdict.Reject.class);
    }

    /** The answer cannot tell, and the time it takes cannot: whoever is not proven is never looked up. */
    @ParameterizedTest
    @EnumSource(Treatment.class)
    void forgedMemberAndStrangerAreTheSameAndNobodyIsLookedUp(Treatment treatment) {
        list = rules.lists
                .change(list.settings()
                        .with(PostingSettings.NON_MEMBERS, treatment)
                        .with(PostingSettings.FIRST_POSTS_HELD, 3L))
                .orElseThrow();
        rules.members.change(list, Person.of(HTUN), DeliveryMode.EACH, true); // moderated, which must not show
        for (By by : List.of(By.NOTHING, By.LOOSE_SIGNATURE)) {
            Verdict stranger = judge(STRANGER, by);
            assertThat(judge(ALICE, by)).isEqualTo(stranger);
            assertThat(judge(HTUN, by)).isEqualTo(stranger);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void moderatorsAreToldThatNothingIsProven() {
        list = rules.lists
                .change(list.settings().with(PostingSettings.NON_MEMBERS, Treatment.HOLD))
                .orElseThrow();
        assertThat(judge(ALICE, By.NOTHING))
                .isInstanceOfSatisfying(
                        Verdict.Hold.class, it -> assertThat(it.reason().code()).isEqualTo("unproven"));
        assertThat(judge(STRANGER, By.SERVER))
                .isInstanceOfSatisfying(
                        Verdict.Hold.class, it -> assertThat(it.reason().code()).isEqualTo("not-a-member"));
    }

    @Test
    void whereFromIsBelievedNothingIsAskedOfIt() {
        list = rules.lists
                .change(list.settings().with(PostingSettings.SENDER_PROOF, PostingSettings.SenderProof.OFF))
                .orElseThrow();
        assertThat(judge(ALICE, By.NOTHING)).isEqualTo(new Verdict.Accept());
    }

    @Test
    void officialListTreatsForgeriesAsItsOwnersChose() {
        MailingList news = rules.list(NEWS.with(PostingSettings.DMARC_FAILURES, Treatment.REJECT));
        Envelope forged = new Envelope(Optional.of(ALICE), Optional.empty(), new SenderProof(By.NOTHING, true));
        assertThat(rules.judge(news, forged, mailFrom(ALICE)))
                .isInstanceOfSatisfying(
                        Verdict.Reject.class, it -> assertThat(it.status()).isEqualTo("5.7.26"));
        Envelope honest = new Envelope(Optional.of(ALICE), Optional.empty(), new SenderProof(By.SERVER, false));
        assertThat(rules.judge(news, honest, mailFrom(ALICE))).isInstanceOf(Verdict.Hold.class);
    }

    private Verdict judge(EmailAddress author, By by) {
        Envelope envelope = new Envelope(Optional.of(STRANGER), Optional.empty(), new SenderProof(by, false));
        return watched.judge(Post.of(list, envelope, mailFrom(author)));
    }

    /** The real repository, and a note of what it was asked. */
    private Members watching(Members members) {
        return (Members) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Members.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(members, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
