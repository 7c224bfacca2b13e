package org.sampan.mailserver.mailinglist;

import java.util.List;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListSetting.Group;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;
import org.sampan.mailserver.mailinglist.SettingForm.Words;

/** Who may post what, and what becomes of the rest; each is read by one rule of {@code authorise}. */
public final class PostingSettings {
    public static final ListSetting<SenderProof> SENDER_PROOF = ListSetting.choice(
            "senderProof",
            Group.POSTING,
            SenderProof.OFF,
            "Whether a member's post must prove that it comes from the member's domain (SPF or DKIM aligned with From); with aligned, a forged member is answered like a stranger.");

    public static final ListSetting<Treatment> DMARC_FAILURES = ListSetting.choice(
            "dmarcFailures",
            Group.POSTING,
            Treatment.ACCEPT,
            "What becomes of a post whose From domain asks by DMARC to quarantine or reject what is not proven to come from it.");

    public static final ListSetting<Treatment> NON_MEMBERS = ListSetting.choice(
            "nonMembers",
            Group.POSTING,
            Treatment.REJECT,
            "What becomes of posts by people who are not on the list, where members post.");

    public static final ListSetting<Boolean> EMERGENCY_STOP = ListSetting.flag(
            "emergencyStop",
            Group.POSTING,
            false,
            "Holds every post for a moderator, the secretariat's too, until it is switched off.");

    public static final ListSetting<Long> MAX_RECIPIENTS = new ListSetting<>(
            "maxRecipients",
            Group.POSTING,
            new WholeNumber(0, 1000, "addresses"),
            20L,
            "A post that names more addresses in To and Cc waits for a moderator; 0 for no limit.");

    public static final ListSetting<Treatment> NO_SUBJECT =
            ListSetting.choice("noSubject", Group.POSTING, Treatment.HOLD, "What becomes of posts without a subject.");

    public static final ListSetting<Treatment> EMPTY_POSTS = ListSetting.choice(
            "emptyPosts", Group.POSTING, Treatment.REJECT, "What becomes of posts with neither text nor attachment.");

    public static final ListSetting<Treatment> QUOTED_DIGESTS = ListSetting.choice(
            "quotedDigests",
            Group.POSTING,
            Treatment.REJECT,
            "What becomes of an answer to a digest that quotes all of it.");

    public static final ListSetting<Boolean> REFUSE_COMMANDS = ListSetting.flag(
            "refuseCommands",
            Group.POSTING,
            true,
            "Sends back mails such as \"unsubscribe\" that were meant for the list server, telling which address takes them.");

    public static final ListSetting<List<String>> HELD_HEADERS = new ListSetting<>(
            "heldHeaders",
            Group.POSTING,
            new Words(
                    Pattern.compile("[!-9;-~]+: ?[^\\p{Cntrl},]+"),
                    "header fields such as X-Spam-Flag: yes, where * stands for anything"),
            List.of("X-Spam-Flag: yes*", "X-Spam-Status: yes*"),
            "A post with one of these header fields waits for a moderator; * stands for anything.");

    public static final ListSetting<List<String>> REFUSED_ATTACHMENTS = new ListSetting<>(
            "refusedAttachments",
            Group.POSTING,
            new Words(
                    Pattern.compile("\\.[\\p{Alnum}]{1,12}|[a-z]+/[a-z0-9.+*-]+"),
                    "endings of file names such as .exe, or types such as video/*"),
            List.of(
                    ".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".msi", ".js", ".jse", ".vbs", ".vbe", ".wsf",
                    ".hta", ".lnk", ".ps1", ".jar", ".reg", ".cpl"),
            "Posts with such attachments are refused: endings of file names, or types.");

    public static final ListSetting<Long> FIRST_POSTS_HELD = new ListSetting<>(
            "firstPostsHeld",
            Group.POSTING,
            new WholeNumber(0, 100, "posts"),
            0L,
            "How many posts of a new member wait for a moderator before the member posts freely.");

    public static final ListSetting<HideOrigin> HIDE_ORIGIN = ListSetting.choice(
            "hideOrigin",
            Group.POSTING,
            HideOrigin.AUTO,
            "Removes what tells where and with what an author wrote (Received lines, addresses, programs, time zone); auto does so on private lists.");

    static final List<ListSetting<?>> ALL = List.of(
            SENDER_PROOF,
            DMARC_FAILURES,
            NON_MEMBERS,
            HIDE_ORIGIN,
            EMERGENCY_STOP,
            FIRST_POSTS_HELD,
            MAX_RECIPIENTS,
            NO_SUBJECT,
            EMPTY_POSTS,
            QUOTED_DIGESTS,
            REFUSE_COMMANDS,
            HELD_HEADERS,
            REFUSED_ATTACHMENTS);

    private PostingSettings() {}

    /** Whether From is believed only when it is proven, so that nothing can be said before it is looked at. */
    public static boolean demandsProof(ListSettings settings) {
        return settings.get(SENDER_PROOF) == SenderProof.ALIGNED;
    }

    /** Whether a proof helps: it spares people a moderator has accepted the wait on an official list. */
    public static boolean welcomesProof(ListSettings settings) {
        return settings.posting() == ListSettings.Posting.SECRETARIAT;
    }

    /** Whether it must be known what fails DMARC. */
    public static boolean watchesDmarc(ListSettings settings) {
        return settings.get(DMARC_FAILURES) != Treatment.ACCEPT;
    }

    /** Whether origins are hidden on this list. */
    public static boolean hidesOrigin(ListSettings settings) {
        return switch (settings.get(HIDE_ORIGIN)) {
            case AUTO -> settings.visibility() == ListSettings.Visibility.PRIVATE;
            case ON -> true;
            case OFF -> false;
        };
    }

    /** OFF: From is believed. ALIGNED: From must be proven. */
    public enum SenderProof {
        OFF,
        ALIGNED
    }

    /** AUTO: on private lists. */
    public enum HideOrigin {
        AUTO,
        ON,
        OFF
    }

    /** ACCEPT: the rule says nothing. HOLD: a moderator decides. REJECT: the sender is told. DISCARD: nobody is told. */
    public enum Treatment {
        ACCEPT,
        HOLD,
        REJECT,
        DISCARD
    }
}
