package org.sampan.mailserver.journey;

import static org.sampan.mailserver.journey.RestClient.encoded;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether the time of an answer tells who is on a private list: from the end of DATA to the refusal, for forged members and for people
 * who are on no list, of one domain, in pairs of random order over real SMTP and name servers. In no build unless asked for:
 * {@code -Dtest=SenderProofBenchmark}. Chance is the probability that the answer to a forged member comes later than one to a stranger;
 * 0.5 says nothing, and within 0.5 ± 0.8 / sqrt(n) it cannot be told from that (Mann-Whitney, 95 %).
 */
@ExtendWith(ServerExtension.class)
class SenderProofBenchmark {
    private static final String LIST = "measured@lists.example";
    private static final int WARM = 2_000;
    private static final int MEASURED = 4_000;

    private final RunningServer server;
    private final Random random = new Random();

    SenderProofBenchmark(RunningServer server) {
        this.server = server;
    }

    @Test
    void timesOfTheAnswersAreCompared() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Measured","visibility":"private","senderProof":"aligned"}""".formatted(LIST));
        for (int i = 0; i < 200; i++) {
            server.rest()
                    .post(
                            "/lists/" + encoded(LIST) + "/members",
                            "{\"email\":\"person" + (100 + i) + "@measured.example\"}");
        }
        server.names().txt("measured.example", "v=spf1 ip4:192.0.2.1 -all");
        double[] members = new double[MEASURED];
        double[] strangers = new double[MEASURED];
        try (SmtpDialogue smtp = server.smtp()) {
            for (int i = 0; i < WARM; i++) {
                answerMicros(smtp, 100 + i % 400);
            }
            // In pairs, so that what the machine does beside falls on both.
            for (int i = 0; i < MEASURED; i++) {
                boolean memberFirst = random.nextBoolean();
                for (boolean member : new boolean[] {memberFirst, !memberFirst}) {
                    double time = answerMicros(smtp, random.nextInt(200) + (member ? 100 : 300));
                    (member ? members : strangers)[i] = time;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "answers %d each; median forged member %.0f us, stranger %.0f us; 90 %%: %.0f, %.0f us; chance %.4f%n",
                MEASURED,
                quantile(members, 0.5),
                quantile(strangers, 0.5),
                quantile(members, 0.9),
                quantile(strangers, 0.9),
                chance(members, strangers));
    }

    /** @param person members are 100 to 299; all names are equally long */
    private double answerMicros(SmtpDialogue smtp, int person) {
        String from = "person" + person + "@measured.example";
        smtp.say("EHLO client.example");
        smtp.say("MAIL FROM:<eve@measured.example>");
        smtp.say("RCPT TO:<" + LIST + ">");
        smtp.say("DATA");
        long since = System.nanoTime();
        String reply = smtp.say("From: " + from + "\r\nTo: " + LIST + "\r\nSubject: x\r\nMessage-ID: <" + since
                + "@measured.example>\r\n\r\nHello\r\n.");
        double micros = (System.nanoTime() - since) / 1e3;
        if (!reply.startsWith("550 5.7.1 measured@lists.example: Only its members may post.")) {
            throw new AssertionError(reply);
        }
        return micros;
    }

    private static double quantile(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    /** Of all pairs, how many have the member's answer later; equal ones count half. */
    private static double chance(double[] members, double[] strangers) {
        double later = 0;
        for (double member : members) {
            for (double stranger : strangers) {
                later += member > stranger ? 1 : member == stranger ? 0.5 : 0;
            }
        }
        return later / members.length / strangers.length;
    }
}
