package org.sampan.console.moving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of Mailman 2 as {@code config_list -o} prints it, or of Mailman 3 as {@code GET /3.1/lists/LIST/config} answers. What opens a list – who joins, posts, reads – is told and never taken:
 * that is decided here anew. Passwords are never kept.
 *
 * @param settings as ours are named
 * @param remarks what does not come along, and what to do about it
 */
public record OldSettings(
        Map<String, String> settings,
        List<String> owners,
        List<String> moderators,
        List<String> banned,
        List<String> remarks) {
    private static final Map<String, String> LANGUAGES = Map.of(
            "en", "en", "zh_CN", "zh", "zh_TW", "zh", "th", "th", "vi", "vi", "my", "my", "km", "km", "lo", "lo");
    private static final Pattern WHOLE_DOMAIN = Pattern.compile("\\^(?:\\.\\*|\\[\\^@\\]\\+)@([a-z0-9.\\\\-]+)\\$?");
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("subscribe_policy", "who may join; here: joining"),
            Map.entry("subscription_policy", "who may join; here: joining"),
            Map.entry("archive_policy", "who reads the archive; here: visibility"),
            Map.entry("default_member_action", "whose posts wait; here: firstPostsHeld, and moderated of a member"),
            Map.entry("default_nonmember_action", "what becomes of strangers' posts; here: nonMembers"),
            Map.entry("advertised", "whether it is shown; here: visibility"),
            Map.entry("archive_private", "who reads the archive; here: visibility"),
            Map.entry("private_roster", "who sees the roster; here nobody but its owners"),
            Map.entry("default_member_moderation", "whose posts wait; here: firstPostsHeld, and moderated of a member"),
            Map.entry("generic_nonmember_action", "what becomes of strangers' posts; here: nonMembers"),
            Map.entry("accept_these_nonmembers", "who posts without being a member; here: ./sampan held accept"),
            Map.entry("anonymous_list", "whether authors are hidden; here: anonymous"),
            Map.entry("emergency", "an emergency stop; here: emergencyStop"),
            Map.entry("reply_goes_to_list", "where answers go; here: replyTo"),
            Map.entry("msg_footer", "the footer; here: footer, and config/notices"),
            Map.entry("welcome_msg", "words of the welcome; here: config/notices"),
            Map.entry("topics", "topics; there are none here"));

    public static OldSettings read(Path file) throws IOException {
        return of(OldRoster.text(file));
    }

    static OldSettings of(String text) {
        Map<String, Object> values =
                text.stripLeading().startsWith("{") ? MailmanJson.settings(text) : PythonText.assignments(text);
        List<String> remarks = new ArrayList<>();
        if (values.isEmpty()) {
            remarks.add("nothing in it is a setting as config_list -o or Mailman 3's REST write them");
        }
        Map<String, String> settings = settings(values, remarks);
        List<String> banned = new ArrayList<>();
        texts(values.get("ban_list")).forEach(pattern -> ban(pattern, banned, remarks));
        TOLD.keySet().stream()
                .sorted()
                .filter(values::containsKey)
                .forEach(it -> remarks.add(it + " = " + shortly(values.get(it)) + ": " + TOLD.get(it)));
        return new OldSettings(settings, texts(values.get("owner")), texts(values.get("moderator")), banned, remarks);
    }

    private static Map<String, String> settings(Map<String, Object> values, List<String> remarks) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "name", either(values, "real_name", "display_name"));
        put(settings, "description", text(values.get("description")));
        String prefix = text(values.get("subject_prefix")).strip();
        if (prefix.contains("%")) {
            remarks.add("subject_prefix = " + prefix + ": posts are not numbered here");
        } else {
            put(settings, "subjectTag", prefix.replaceAll("^\\[|\\]$", ""));
        }
        String language = text(values.get("preferred_language"));
        put(settings, "language", LANGUAGES.getOrDefault(language, ""));
        if (!language.isEmpty() && !LANGUAGES.containsKey(language)) {
            remarks.add("preferred_language = " + language + ": not one of this house's languages");
        }
        String kilobytes = text(values.get("max_message_size"));
        if (kilobytes.matches("[1-9]\\d{0,6}")) {
            settings.put("maxBytes", Long.toString(Long.parseLong(kilobytes) * 1024));
        }
        return settings;
    }

    /** An address, or all of a domain; other patterns somebody has to look at. */
    private static void ban(String pattern, List<String> banned, List<String> remarks) {
        Matcher domain = WHOLE_DOMAIN.matcher(pattern);
        if (domain.matches()) {
            banned.add("*@" + domain.group(1).replace("\\", ""));
        } else if (pattern.startsWith("^")) {
            remarks.add("ban_list has the pattern " + pattern + ": write it anew, such as *@spam.example");
        } else {
            banned.add(pattern);
        }
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (!value.isBlank()) {
            settings.put(key, value.strip());
        }
    }

    /** As Mailman 2 calls it, or as Mailman 3. */
    private static String either(Map<String, Object> values, String two, String three) {
        String text = text(values.get(two));
        return text.isEmpty() ? text(values.get(three)) : text;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String shortly(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.size() + " entries";
        }
        String line = String.valueOf(value).strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
