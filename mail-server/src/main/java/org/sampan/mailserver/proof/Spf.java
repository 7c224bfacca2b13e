package org.sampan.mailserver.proof;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.SPF;
import org.sampan.mailserver.domain.Dns;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.domain.RecordType;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Whether a server is one of those a domain says its mail comes from (RFC 7208), by jSPF over our own {@link Dns}. */
final class Spf {
    private static final String PASS = "pass";
    private static final String TROUBLE = "temperror";

    private final SPF spf;

    Spf(Dns dns) {
        spf = new SPF(new JspfDns(dns));
    }

    /**
     * @param client which hands the mail in
     * @param helo what it calls itself
     * @throws DnsTroubleException when the name servers do not answer
     */
    boolean passes(InetAddress client, String helo, EmailAddress sender) {
        String result =
                spf.checkSPF(address(client), sender.key(), helo).getResult().toLowerCase(Locale.ROOT);
        if (result.equals(TROUBLE)) {
            throw new DnsTroubleException("SPF of " + sender.domain() + " cannot be looked up");
        }
        return result.equals(PASS);
    }

    /** Without the name of our own network interface, which Java puts behind a {@code %}. */
    private static String address(InetAddress client) {
        String text = client.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** What jSPF asks, asked where everybody else asks. */
    private record JspfDns(Dns dns) implements DNSService {
        private static final int MOST_LOOKUPS = 10;

        @Override
        public List<String> getRecords(DNSRequest request) throws TimeoutException {
            try {
                return new ArrayList<>(
                        switch (request.getRecordType()) {
                            case DNSRequest.A -> dns.find(request.getHostname(), RecordType.A);
                            case DNSRequest.AAAA -> dns.find(request.getHostname(), RecordType.AAAA);
                            case DNSRequest.MX -> dns.find(request.getHostname(), RecordType.MX);
                            case DNSRequest.PTR -> dns.find(request.getHostname(), RecordType.PTR);
                            case DNSRequest.TXT -> dns.find(request.getHostname(), RecordType.TXT);
                            default -> List.of();
                        }); // jSPF changes what it gets
            } catch (DnsTroubleException e) {
                throw new TimeoutException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedFuture(getRecords(request));
            } catch (TimeoutException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("localhost");
        }

        @Override
        public void setTimeOut(int seconds) {
            // ours is set where the name servers are asked
        }

        @Override
        public int getRecordLimit() {
            return MOST_LOOKUPS;
        }

        @Override
        public void setRecordLimit(int limit) {
            // RFC 7208 section 4.6.4 says how many
        }
    }
}
