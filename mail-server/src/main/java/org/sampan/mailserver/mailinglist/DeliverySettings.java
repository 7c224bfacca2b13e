package org.sampan.mailserver.mailinglist;

import java.util.List;
import org.sampan.mailserver.mailinglist.ListSetting.Group;

/** How copies of a list's posts travel. */
public final class DeliverySettings {
    /** The ledger reads it by its name and value where it reads the message. */
    public static final ListSetting<Tls> TLS = ListSetting.choice(
            "tls",
            Group.DELIVERY,
            Tls.OPPORTUNISTIC,
            "Whether mail of the list goes in clear to servers that cannot encrypt, or waits and is given up.");

    static final List<ListSetting<?>> ALL = List.of(TLS);

    private DeliverySettings() {}

    /** OPPORTUNISTIC: encrypted wherever the other server can. REQUIRED: encrypted or not at all. */
    public enum Tls {
        OPPORTUNISTIC,
        REQUIRED
    }
}
