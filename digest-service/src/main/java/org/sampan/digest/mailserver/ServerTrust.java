package org.sampan.digest.mailserver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whom to believe behind STARTTLS. On this machine: the holder of exactly the certificate in the data folder, whatever
 * name it carries. Elsewhere: whom Java's authorities vouch for, under the name we connect to.
 */
record ServerTrust(SSLSocketFactory sockets, boolean checksName) {

    /** @throws MailServerUnavailable when the certificate is needed and cannot be read */
    static ServerTrust of(String host, Path certificate) {
        if (!isLoopback(host)) {
            return new ServerTrust((SSLSocketFactory) SSLSocketFactory.getDefault(), true);
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OnlyThis(read(certificate))}, null);
            return new ServerTrust(context.getSocketFactory(), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static X509Certificate read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | CertificateException e) {
            throw new MailServerUnavailable(
                    "the mail server's certificate " + file
                            + " cannot be read; the mail server makes it when it starts",
                    e);
        }
    }

    private record OnlyThis(X509Certificate certificate) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (chain.length == 0 || !certificate.equals(chain[0])) {
                throw new CertificateException("this is not our mail server's certificate");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
