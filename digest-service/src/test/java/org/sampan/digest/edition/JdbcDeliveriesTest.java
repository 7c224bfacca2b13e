package org.sampan.digest.edition;

import java.util.List;
import java.util.Locale;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class JdbcDeliveriesTest implements DeliveriesContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        EditionsContract.Room editions = new EditionsContract.Room(
                TestEditions.of(access), TestClippings.of(access), TestClippings.takedowns(access));
        EditionId id = new ApprovalsContract.Room(new JdbcApprovals(access.client()), editions).draft();
        editions.editions()
                .keepRenderings(id, List.of(new Rendering(Locale.ENGLISH, "s", "<p>h</p>", "t", "")), "print");
        editions.editions().markSent(id, NOON);
        return new Room(new JdbcDeliveries(access.client()), id);
    }
}
