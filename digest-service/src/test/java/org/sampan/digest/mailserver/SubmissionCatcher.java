package org.sampan.digest.mailserver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A submission server as the mail server is one: nothing before STARTTLS, nobody without AUTH, a self-made certificate.
 * Keeps what it takes.
 */
public final class SubmissionCatcher implements AutoCloseable {
    public static final String ACCOUNT = "digest-service@lists.example";
    public static final String PASSWORD = "a long password";
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    private final List<Caught> caught = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final SMTPServer server;
    private volatile Optional<RejectException> refusal = Optional.empty();
    private volatile Runnable meanwhile = () -> {};

    /** @param folder gets {@code certificate.pem} and the password file */
    public SubmissionCatcher(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("tls"));
            Files.writeString(passwordFile(), PASSWORD + "\n");
            server = SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .hostName("lists.example")
                    .requireTLS()
                    .requireAuth()
                    .insertReceivedHeaders(false)
                    .startTlsSocketFactory(tls(makeCertificate()))
                    .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::login))
                    .messageHandler((context, from, to, bytes) -> take(from, to, bytes))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public Path certificate() {
        return folder.resolve("tls").resolve("certificate.pem");
    }

    public Path passwordFile() {
        return folder.resolve("digest-service.password");
    }

    public SubmissionServer address() {
        return new SubmissionServer("127.0.0.1", port(), ACCOUNT, passwordFile(), certificate());
    }

    /** In the order they came, one per recipient. */
    public List<Caught> caught() {
        return List.copyOf(caught);
    }

    public void forgetAll() {
        caught.clear();
        refusal = Optional.empty();
        meanwhile = () -> {};
    }

    /** Something that happens while the next mail is taken: its sender has no answer yet. */
    public void onNext(Runnable something) {
        meanwhile = something;
    }

    public void refuse(int code, String text) {
        refusal = Optional.of(new RejectException(code, text));
    }

    @Override
    public void close() {
        server.stop();
    }

    private void login(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(ACCOUNT) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    private void take(String from, String to, byte[] bytes) throws RejectException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        caught.add(new Caught(from, to, bytes));
    }

    private Path makeCertificate() throws IOException {
        Path store = folder.resolve("tls").resolve("store.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "sampan",
                "-keyalg",
                "EC",
                "-dname",
                "CN=lists.example",
                "-keystore",
                store + "");
        keytool("-exportcert", "-alias", "sampan", "-rfc", "-keystore", store + "", "-file", certificate() + "");
        return store;
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(STORE_PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static SSLContext tls(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, STORE_PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, STORE_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** One message to one recipient. */
    public record Caught(String from, String to, byte[] bytes) {
        /** Of a mail that is plain text alone. */
        public String text() {
            try {
                return String.valueOf(message().getContent());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public MimeMessage message() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
