package org.sampan.mailserver.mailinglist;

import java.time.Duration;
import java.util.List;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.Period;

/** How held posts are looked after. */
public final class ModerationSettings {
    public static final ListSetting<Asked> MODERATORS_ASKED = ListSetting.choice(
            "moderatorsAsked",
            Group.MODERATION,
            Asked.ALL,
            "Whether all moderators are told of a held post at once, or one after the other until somebody decides.");

    public static final ListSetting<Duration> REMIND_MODERATORS_AFTER = new ListSetting<>(
            "remindModeratorsAfter",
            Group.MODERATION,
            new Period(Duration.ZERO, Duration.ofDays(30)),
            Duration.ofDays(1),
            "When moderators who have not decided are reminded; after as long again the next moderator is asked, at last the owners; 0 for never.");

    public static final ListSetting<Duration> HOLD_POSTS_FOR = new ListSetting<>(
            "holdPostsFor",
            Group.MODERATION,
            new Period(Duration.ofHours(1), Duration.ofDays(365)),
            Duration.ofDays(14),
            "How long a held post waits; then it is not sent, and its author and the moderators are told.");

    public static final ListSetting<Duration> KEEP_DECIDED_POSTS_FOR = new ListSetting<>(
            "keepDecidedPostsFor",
            Group.MODERATION,
            new Period(Duration.ZERO, Duration.ofDays(3650)),
            Duration.ofDays(30),
            "How long the text of a held post is kept after somebody decided about it; who decided what stays.");

    public static final ListSetting<SecondPerson> SECOND_PERSON = ListSetting.choice(
            "secondPerson",
            Group.MODERATION,
            SecondPerson.OFF,
            "Whether editions and statements for this list need a second person's yes before they go out: somebody other than who wrote or changed them last.");

    static final List<ListSetting<?>> ALL =
            List.of(MODERATORS_ASKED, REMIND_MODERATORS_AFTER, HOLD_POSTS_FOR, KEEP_DECIDED_POSTS_FOR, SECOND_PERSON);

    private ModerationSettings() {}

    /** Whether one person alone may speak to the list for the newsroom; it is the digest service that asks the second one. */
    public enum SecondPerson {
        OFF,
        ON
    }

    /** Who is told of a held post first. */
    public enum Asked {
        ALL,
        IN_TURN
    }
}
