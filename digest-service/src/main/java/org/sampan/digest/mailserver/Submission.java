package org.sampan.digest.mailserver;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.mailserver.SubmissionFailed.Fate;

/**
 * Mail submission (RFC 6409): STARTTLS always, then AUTH PLAIN. One connection per message; safe for many threads.
 */
public final class Submission {
    private static final String TIMEOUT_MILLISECONDS = "30000";

    private final SubmissionServer server;

    public Submission(SubmissionServer server) {
        this.server = server;
    }

    /**
     * Hands a message to the mail server. When this returns, the server has answered 250 for all recipients; when it
     * throws, for none, unless it says that this is not certain.
     *
     * @param envelopeSender where failures are told; empty: nowhere
     * @param recipients at least one
     * @param message saved and with a Message-ID: it is sent as it is
     * @throws SubmissionFailed when it was not taken
     * @throws IllegalArgumentException when sender, recipients or message are not sound
     */
    public void submit(String envelopeSender, List<String> recipients, MimeMessage message) {
        Address[] to = addresses(recipients);
        requireMessageId(message);
        Session session = Session.getInstance(properties(sender(envelopeSender)));
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            hand(message, to, transport);
        } catch (MessagingException e) {
            throw new SubmissionFailed(explain(e), Fate.UNKNOWN, e);
        }
    }

    private void connect(Transport transport) {
        try {
            transport.connect(
                    server.host(), server.port(), server.account(), new SecretFile(server.passwordFile()).read());
        } catch (AuthenticationFailedException e) {
            throw new SubmissionFailed(
                    "the mail server refuses " + server.account() + " with the password in " + server.passwordFile(),
                    Fate.REFUSED,
                    e);
        } catch (MessagingException e) {
            throw new SubmissionFailed(explain(e), Fate.LATER, e);
        }
    }

    private void hand(MimeMessage message, Address[] to, Transport transport) {
        try {
            transport.sendMessage(message, to);
        } catch (MessagingException e) {
            throw new SubmissionFailed(explain(e), fate(e), e);
        }
    }

    private Properties properties(String sender) {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", sender);
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.auth.mechanisms", "PLAIN");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        // Not allow8bitmime: it would rewrite the message and give it another Message-ID.
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLISECONDS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLISECONDS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLISECONDS);
        properties.put("mail.smtp.socketFactory", new NoDelaySockets());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        ServerTrust trust = ServerTrust.of(server.host(), server.certificate());
        properties.put("mail.smtp.ssl.socketFactory", trust.sockets());
        properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(trust.checksName()));
        return properties;
    }

    private static String sender(String address) {
        return address.isEmpty() ? "<>" : address(address).getAddress();
    }

    private static Address[] addresses(List<String> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
        List<Address> addresses = new ArrayList<>();
        recipients.forEach(recipient -> addresses.add(address(recipient)));
        return addresses.toArray(Address[]::new);
    }

    private static InternetAddress address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (!text.equals(address.getAddress()) || text.chars().anyMatch(c -> c <= ' ' || c == 127)) {
                throw new IllegalArgumentException("not an address: '" + text + "'");
            }
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException("not an address: '" + text + "'", e);
        }
    }

    private static void requireMessageId(MimeMessage message) {
        try {
            if (message.getMessageID() == null) {
                throw new IllegalArgumentException("the message has no Message-ID: call saveChanges() first");
            }
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the message cannot be read", e);
        }
    }

    private String explain(MessagingException failure) {
        StringBuilder text = new StringBuilder("the mail server at " + server.host() + ":" + server.port() + " said: ");
        text.append(String.valueOf(failure.getMessage()).strip());
        for (Exception next = failure.getNextException(); next != null; next = nextOf(next)) {
            text.append(" / ").append(String.valueOf(next.getMessage()).strip());
        }
        return text.toString();
    }

    private static Fate fate(MessagingException failure) {
        Fate fate = Fate.UNKNOWN;
        for (Exception next = failure; next != null; next = nextOf(next)) {
            int code = replyCode(next);
            if (code >= 400 && code < 500) {
                return Fate.LATER;
            }
            fate = code >= 500 ? Fate.REFUSED : fate;
        }
        return fate;
    }

    private static int replyCode(Exception failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException data ? data.getReturnCode() : 0;
    }

    private static @Nullable Exception nextOf(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
