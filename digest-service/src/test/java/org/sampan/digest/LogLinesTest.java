package org.sampan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    @Test
    void whatAFeedSaysOfItselfBeginsNoLineOfItsOwn() throws IOException {
        String line = logged(
                "event=item-passed-over item={} reason=\"{}\"",
                "a\r\n2026-11-28 ERROR event=forged",
                "b\u001b[2J\u2028c");

        assertThat(line.strip())
                .endsWith("event=item-passed-over item=a 2026-11-28 ERROR event=forged reason=\"b [2J c\"")
                .doesNotContain("\n", "\r", "\u001b", "\u2028");
    }

    private static String logged(String message, Object... values) throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        // Failures are written by a part that only Spring Boot brings.
        layout.setPattern(pattern().replace("%wEx", "%ex"));
        layout.start();
        return layout.doLayout(
                new LoggingEvent("fqcn", context.getLogger(LogLinesTest.class), Level.WARN, message, null, values));
    }

    private static String pattern() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = LogLinesTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        return Objects.requireNonNull(properties.getProperty("logging.pattern.console"));
    }
}
