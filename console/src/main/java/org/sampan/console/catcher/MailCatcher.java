package org.sampan.console.catcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** The catcher: an SMTP port that takes everything and a web port that shows it, both on the loopback address only. */
public final class MailCatcher implements AutoCloseable {

    private static final int MOST_MAILS = 2_000;

    private final CaughtMails mails;
    private final SmtpReceiver receiver;
    private final CatcherWeb web;

    private MailCatcher(CaughtMails mails, SmtpReceiver receiver, CatcherWeb web) {
        this.mails = mails;
        this.receiver = receiver;
        this.web = web;
    }

    /**
     * Listens when this returns.
     *
     * @param folder where the mails are kept, the newest 2,000
     * @param smtpPort 0 for any free one
     * @param webPort 0 for any free one
     */
    public static MailCatcher start(Path folder, int smtpPort, int webPort) {
        try {
            CaughtMails mails = new CaughtMails(folder, MOST_MAILS);
            CatcherWeb web = new CatcherWeb(webPort, mails);
            SmtpReceiver receiver = new SmtpReceiver(smtpPort, mails);
            receiver.start();
            web.start();
            return new MailCatcher(mails, receiver, web);
        } catch (IOException e) {
            throw new UncheckedIOException("the catcher cannot listen at port " + webPort, e);
        }
    }

    public CaughtMails mails() {
        return mails;
    }

    public int smtpPort() {
        return receiver.port();
    }

    /** Where a browser of this machine finds it. */
    public URI url() {
        return URI.create("http://localhost:" + web.port() + "/");
    }

    @Override
    public void close() {
        receiver.close();
        web.close();
    }
}
