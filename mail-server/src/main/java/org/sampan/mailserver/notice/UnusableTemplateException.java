package org.sampan.mailserver.notice;

/** A notice cannot be written with the templates and texts there are. */
final class UnusableTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;
    private final String reason;

    /**
     * @param template file name
     * @param line 0: of no line
     * @param reason one line
     */
    UnusableTemplateException(String template, int line, String reason, Exception cause) {
        super(template + (line > 0 ? ":" + line : "") + ": " + reason, cause);
        this.template = template;
        this.line = line;
        this.reason = reason;
    }

    String template() {
        return template;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
