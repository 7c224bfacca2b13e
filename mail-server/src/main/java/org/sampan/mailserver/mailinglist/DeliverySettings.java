package org.sampan.mailserver.mailinglist;

import java.util.List;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;

/** How copies of a list's posts travel. */
public final class DeliverySettings {
    /** The ledger reads it by its name and value where it reads the message. */
    public static final ListSetting<Tls> TLS = ListSetting.choice(
            "tls",
            Group.DELIVERY,
            Tls.OPPORTUNISTIC,
            "Whether mail of the list goes in clear to servers that cannot encrypt, or waits and is given up.");

    public static final ListSetting<Boolean> PERSONALISED = ListSetting.flag(
            "personalised",
            Group.DELIVERY,
            true,
            "Whether each reader's copy has a leave link and a sender of its own; without them a big list is sent several times as fast, "
                    + "but readers leave by mail and not with one click.");

    public static final ListSetting<Long> PERSONAL_EVERY = new ListSetting<>(
            "personalEvery",
            Group.DELIVERY,
            new WholeNumber(0, 1000, "posts"),
            10L,
            "Of a list that is not personalised, every how many posts one goes out in personal copies all the same, so that dead addresses "
                    + "are found; 0 for never.");

    static final List<ListSetting<?>> ALL = List.of(TLS, PERSONALISED, PERSONAL_EVERY);

    private DeliverySettings() {}

    /** OPPORTUNISTIC: encrypted wherever the other server can. REQUIRED: encrypted or not at all. */
    public enum Tls {
        OPPORTUNISTIC,
        REQUIRED
    }
}
