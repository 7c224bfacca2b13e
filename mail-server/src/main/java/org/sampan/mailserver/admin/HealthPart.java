package org.sampan.mailserver.admin;

/** Something without which the mail server does not work. Checked at every {@code GET /health}, so it must be quick. */
public interface HealthPart {
    /** As in the answer: {@code database}. */
    String name();

    /** @throws Exception when the part does not work now */
    void check() throws Exception;
}
