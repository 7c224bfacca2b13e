package org.sampan.mailserver.mailinglist;

import java.util.List;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.SettingForm.OneLine;
import org.sampan.mailserver.mailinglist.SettingForm.Patterned;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;

/** What every list needs to be told first. */
public final class BasicSettings {
    /** Shown in mails and pages; {@link ListSettings#name} is never empty. */
    public static final ListSetting<String> NAME = new ListSetting<>(
            "name", Group.LISTING, new OneLine(500, false), "", "What people call the list, in mails and on pages.");

    public static final ListSetting<String> DESCRIPTION = new ListSetting<>(
            "description", Group.LISTING, new OneLine(500, true), "", "What the list is for, in one sentence.");

    public static final ListSetting<Visibility> VISIBILITY = ListSetting.choice(
            "visibility",
            Group.LISTING,
            Visibility.PRIVATE,
            "Whether strangers may know of the list and read its archive; a private list's members and posts are shown to members only.");

    public static final ListSetting<Joining> JOINING = ListSetting.choice(
            "joining",
            Group.JOINING,
            Joining.CLOSED,
            "How people get on the list: at once, after confirming by mail, when a moderator lets them in, after both, by invitation, or only when an owner adds them.");

    public static final ListSetting<Posting> POSTING = ListSetting.choice(
            "posting",
            Group.POSTING,
            Posting.MEMBERS,
            "Who may post: the members, or only the secretariat while what others send is held.");

    public static final ListSetting<String> SUBJECT_TAG = new ListSetting<>(
            "subjectTag",
            Group.APPEARANCE,
            new OneLine(500, true),
            "",
            "What stands in brackets before each subject; empty for nothing.");

    public static final ListSetting<String> LANGUAGE = new ListSetting<>(
            "language",
            Group.LISTING,
            new Patterned(Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*"), "a tag such as en, my or zh-TW"),
            "en",
            "The language of notices to readers who chose none of their own.");

    public static final ListSetting<Long> MAX_BYTES = new ListSetting<>(
            "maxBytes",
            Group.POSTING,
            new WholeNumber(1024, Long.MAX_VALUE, "bytes"),
            10L * 1024 * 1024,
            "The largest post that is taken, in bytes, attachments included.");

    static final List<ListSetting<?>> ALL =
            List.of(NAME, DESCRIPTION, VISIBILITY, JOINING, POSTING, SUBJECT_TAG, LANGUAGE, MAX_BYTES);

    private BasicSettings() {}
}
