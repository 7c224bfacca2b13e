package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Rosters.Facet;
import org.sampan.mailserver.membership.Rosters.Facets;
import org.sampan.mailserver.membership.Rosters.Filter;
import org.sampan.mailserver.membership.Rosters.Standing;

/** What every {@link Rosters} promises. */
public interface RostersContract {
    Person ALICE = MembersContract.ALICE;
    Person HTUN = MembersContract.HTUN;
    Person KANYA = MembersContract.KANYA;

    /** The rosters under test. */
    Rosters rosters();

    /** Whose rosters they are; nobody at the start of each test. */
    Members members();

    /** Preferences of the same people. */
    Persons persons();

    /** An empty list, the same all through a test. */
    MailingList list();

    /** Another one. */
    MailingList otherList();

    /** Puts a member into a stage of trouble, as the bounce stage would. */
    void isInTrouble(Person person, String stage);

    @Test
    default void rosterComesInPages() {
        List<String> everybody = IntStream.range(0, 25)
                .mapToObj(number -> "reader%02d@reading.example".formatted(number))
                .toList();
        everybody.forEach(
                email -> members().add(list(), Person.of(new EmailAddress(email)), DeliveryMode.EACH, "owner"));
        members().add(otherList(), ALICE, DeliveryMode.EACH, "owner");

        List<String> first = emails(rosters().page(list(), Filter.ALL, Optional.empty(), 10));
        Optional<EmailAddress> after = Optional.of(new EmailAddress(first.get(9)));
        assertThat(first).isEqualTo(everybody.subList(0, 10));
        assertThat(emails(rosters().page(list(), Filter.ALL, after, 1000))).isEqualTo(everybody.subList(10, 25));
    }

    @Test
    default void rosterIsSearchedByAnyPartOfAddressNameOrOrganisation() {
        addThree();
        assertThat(found("ALICE@")).containsExactly("Alice@harbour.example");
        assertThat(found("အောင်")).containsExactly("htun@riverside.example");
        assertThat(found("legal")).containsExactly("htun@riverside.example");
        assertThat(found("100%_")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    default void changedNameIsFoundAtOnce() {
        addThree();
        members().change(list(), new Person(KANYA.email(), "Zoë", "", "", "", ""), DeliveryMode.EACH, false);
        assertThat(found("zoë")).containsExactly("kanya@market.example");
    }

    @Test
    default void filtersHoldTogether() {
        addThree();
        assertThat(which("", DeliveryMode.NONE, "", "")).containsExactly("kanya@market.example");
        assertThat(which("alice", DeliveryMode.NONE, "", "")).isEmpty();
        assertThat(which("", DeliveryMode.EACH, "HK", "")).containsExactly("Alice@harbour.example");
        assertThat(which("", null, "MM", "Riverside Legal Aid")).containsExactly("htun@riverside.example");
        assertThat(which("alice", null, "MM", "")).isEmpty();
    }

    @Test
    default void rosterIsFilteredByHowMembersStand() {
        addThree();
        members().change(list(), ALICE.email(), Subscription.State.SUSPENDED);
        isInTrouble(ALICE, "suspended");
        isInTrouble(HTUN, "warned");
        isInTrouble(KANYA, "probed");
        members().changeBounces(HTUN.email(), clean -> new BounceRecord(2, Instant.EPOCH, ""));
        members().change(list(), KANYA, DeliveryMode.NONE, true);
        persons().change(HTUN.email(), new Preferences(Instant.now().plusSeconds(3600), false, true, false));
        assertThat(standing(Standing.SUSPENDED)).containsExactly("Alice@harbour.example");
        assertThat(standing(Standing.ACTIVE)).containsExactly("htun@riverside.example", "kanya@market.example");
        assertThat(standing(Standing.WARNED)).containsExactly("htun@riverside.example");
        assertThat(standing(Standing.PROBED)).containsExactly("kanya@market.example");
        assertThat(standing(Standing.BOUNCING)).containsExactly("htun@riverside.example");
        assertThat(standing(Standing.MODERATED)).containsExactly("kanya@market.example");
        assertThat(standing(Standing.PAUSED)).containsExactly("htun@riverside.example");
    }

    @Test
    default void membersAreCountedByKind() {
        addThree();
        members().add(list(), person("bo@harbour.example", "HK"), DeliveryMode.EACH, "owner");
        members().add(otherList(), person("else@harbour.example", "TH"), DeliveryMode.TITLES, "owner");
        members().change(list(), KANYA, DeliveryMode.NONE, true);
        isInTrouble(HTUN, "warned");
        Facets facets = rosters().facets(list(), Filter.ALL);
        assertThat(facets.members()).isEqualTo(4);
        assertThat(facets.countries()).containsExactly(new Facet("HK", 2), new Facet("MM", 1));
        assertThat(facets.organisations())
                .containsExactly(new Facet("Harbour Workers' Centre", 2), new Facet("Riverside Legal Aid", 1));
        assertThat(facets.modes()).containsExactly(new Facet("each", 2), new Facet("daily", 1), new Facet("none", 1));
        assertThat(facets.standings())
                .containsExactly(new Facet("active", 4), new Facet("moderated", 1), new Facet("warned", 1));
    }

    @Test
    default void kindsAreCountedAmongThoseFoundAndBesideWhatIsChosen() {
        addThree();
        members().add(list(), person("bo@harbour.example", "HK"), DeliveryMode.NONE, "owner");
        isInTrouble(HTUN, "warned");
        Filter fromHongKong = new Filter("", Optional.empty(), Optional.of("HK"), Optional.empty(), Optional.empty());
        Facets facets = rosters().facets(list(), fromHongKong);
        assertThat(facets.members()).isEqualTo(2);
        assertThat(facets.countries()).containsExactly(new Facet("HK", 2), new Facet("MM", 1));
        assertThat(facets.modes()).containsExactly(new Facet("each", 1), new Facet("none", 1));
        assertThat(facets.standings()).containsExactly(new Facet("active", 2));

        Filter warned =
                new Filter("legal", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Standing.WARNED));
        assertThat(rosters().facets(list(), warned).standings())
                .containsExactly(new Facet("active", 1), new Facet("warned", 1));
        assertThat(rosters().facets(list(), warned).organisations())
                .containsExactly(new Facet("Riverside Legal Aid", 1));
    }

    @Test
    default void emptyListHasNoKinds() {
        Facets facets = rosters().facets(list(), Filter.ALL);
        assertThat(facets.members()).isZero();
        assertThat(facets.countries()).isEmpty();
        assertThat(facets.standings()).isEmpty();
    }

    private void addThree() {
        members().add(list(), ALICE, DeliveryMode.EACH, "owner");
        members().add(list(), HTUN, DeliveryMode.DAILY, "owner");
        members().add(list(), KANYA, DeliveryMode.NONE, "owner");
    }

    private static Person person(String email, String country) {
        return new Person(new EmailAddress(email), "", "Harbour Workers' Centre", country, "", "");
    }

    private List<String> found(String text) {
        return which(text, null, "", "");
    }

    private List<String> standing(Standing standing) {
        return emails(rosters()
                .page(
                        list(),
                        new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(standing)),
                        Optional.empty(),
                        100));
    }

    private List<String> which(String text, @Nullable DeliveryMode mode, String country, String organisation) {
        Filter filter = new Filter(
                text,
                Optional.ofNullable(mode),
                Optional.of(country).filter(it -> !it.isEmpty()),
                Optional.of(organisation).filter(it -> !it.isEmpty()),
                Optional.empty());
        return emails(rosters().page(list(), filter, Optional.empty(), 100));
    }

    private static List<String> emails(List<Subscription> page) {
        return page.stream().map(it -> it.person().email().written()).toList();
    }
}
