package org.sampan.mailserver.mailinglist;

import java.time.Duration;
import java.util.List;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.Period;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;

/** What happens to members whose mail comes back. */
public final class BounceSettings {
    private static final Duration DAY = Duration.ofDays(1);

    public static final ListSetting<Long> WARN_AT = new ListSetting<>(
            "bounceWarnAt",
            Group.BOUNCES,
            new WholeNumber(1, 100, "points"),
            2L,
            "How many points of returned mail a member has before being warned; a dead address gets one a day, a full mailbox a quarter.");

    public static final ListSetting<Long> SUSPEND_AT = new ListSetting<>(
            "bounceSuspendAt",
            Group.BOUNCES,
            new WholeNumber(1, 100, "points"),
            3L,
            "How many points of returned mail a member has before delivery is suspended, after a trial mail if there is one.");

    public static final ListSetting<Duration> HALF_LIFE = new ListSetting<>(
            "bounceHalfLife",
            Group.BOUNCES,
            new Period(DAY, Duration.ofDays(365)),
            Duration.ofDays(30),
            "After how long without returned mail half of a member's points are forgotten.");

    public static final ListSetting<Boolean> PROBE = ListSetting.flag(
            "bounceProbe",
            Group.BOUNCES,
            true,
            "Whether one trial mail is sent before delivery is suspended: only when that comes back too is the member suspended.");

    public static final ListSetting<Duration> PROBE_WAIT = new ListSetting<>(
            "bounceProbeWait",
            Group.BOUNCES,
            new Period(DAY, Duration.ofDays(30)),
            Duration.ofDays(5),
            "How long a trial mail must stay out before the address counts as working again; longer than mail is tried, which is four days.");

    public static final ListSetting<Duration> REMIND_AFTER = new ListSetting<>(
            "bounceRemindAfter",
            Group.BOUNCES,
            new Period(DAY, Duration.ofDays(180)),
            Duration.ofDays(7),
            "How often a suspended member is told so, with a link that takes delivery up again.");

    public static final ListSetting<Duration> REMOVE_AFTER = new ListSetting<>(
            "bounceRemoveAfter",
            Group.BOUNCES,
            new Period(Duration.ZERO, Duration.ofDays(1000)),
            Duration.ofDays(56),
            "How long a member stays suspended before being taken off the list; 0 for ever.");

    public static final ListSetting<Boolean> TELL_OWNERS = ListSetting.flag(
            "bounceTellOwners",
            Group.BOUNCES,
            true,
            "Whether owners are told at once when a member is suspended or taken off the list because mail comes back.");

    public static final ListSetting<Boolean> SUMMARY = ListSetting.flag(
            "bounceSummary",
            Group.BOUNCES,
            true,
            "Whether owners get a mail each week that says whose mail comes back, who was suspended, removed, or complained.");

    static final List<ListSetting<?>> ALL = List.of(
            WARN_AT, SUSPEND_AT, HALF_LIFE, PROBE, PROBE_WAIT, REMIND_AFTER, REMOVE_AFTER, TELL_OWNERS, SUMMARY);

    private BounceSettings() {}
}
