package org.sampan.console.demo;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** One mail of somebody of the invented network, sent as any mail program would: over SMTP, from its From to its To. */
record DemoMail(Path file) {

    /** What the mail server said to it. */
    sealed interface Answer {
        record Accepted() implements Answer {}

        /** @param reply as in {@code 550 5.7.1 …} */
        record Refused(String reply) implements Answer {}
    }

    Answer send(int port) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.localhost", "demo.localhost");
        Session session = Session.getInstance(properties);
        try (InputStream in = Files.newInputStream(file);
                Transport transport = session.getTransport("smtp")) {
            MimeMessage message = new MimeMessage(session, in);
            properties.put("mail.smtp.from", ((InternetAddress) message.getFrom()[0]).getAddress());
            Address[] recipients = message.getAllRecipients();
            transport.connect();
            transport.sendMessage(message, recipients);
            return new Answer.Accepted();
        } catch (SMTPSendFailedException e) {
            return new Answer.Refused(reply(e));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("sending " + file.getFileName() + " failed", e));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String reply(SMTPSendFailedException e) {
        String reply = e.getNextException() instanceof SMTPAddressFailedException address
                ? address.getMessage()
                : e.getMessage();
        return String.valueOf(reply).strip();
    }
}
