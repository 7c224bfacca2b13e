package org.sampan.mailserver.deliver;

/** Says in one line what went wrong, for logs: database drivers write whole statements into their messages. */
final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String text = root.getClass().getSimpleName() + ": " + message.replace('"', '\'');
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
