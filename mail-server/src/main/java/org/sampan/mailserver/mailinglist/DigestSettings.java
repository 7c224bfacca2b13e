package org.sampan.mailserver.mailinglist;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;
import org.sampan.mailserver.mailinglist.SettingForm.Zone;

/** When a list's posts are gathered into digests; the digest service makes them. */
public final class DigestSettings {
    public static final ListSetting<Long> HOUR = new ListSetting<>(
            "digestHour",
            Group.DIGESTS,
            new WholeNumber(0, 23, "hours"),
            6L,
            "At which hour of the reader's own day digests go out.");

    public static final ListSetting<DayOfWeek> DAY = ListSetting.choice(
            "digestDay", Group.DIGESTS, DayOfWeek.MONDAY, "On which day of the week weekly digests go out.");

    public static final ListSetting<ZoneId> TIMEZONE = new ListSetting<>(
            "digestTimezone", Group.DIGESTS, new Zone(), ZoneId.of("UTC"), "The time zone of readers who told none.");

    public static final ListSetting<Long> BYTES = new ListSetting<>(
            "digestBytes",
            Group.DIGESTS,
            new WholeNumber(0, 100_000_000, "bytes"),
            500_000L,
            "A digest goes out before its time when so many bytes have gathered; 0: only at its time.");

    static final List<ListSetting<?>> ALL = List.of(HOUR, DAY, TIMEZONE, BYTES);

    private DigestSettings() {}
}
