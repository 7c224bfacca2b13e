package org.sampan.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    private Path home = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void installation() throws IOException {
        Files.createDirectories(home.resolve("config"));
        environment.put("SAMPAN_HOME", home.toString());
    }

    @Test
    void defaultsHoldWhenNobodySetsAnything() {
        Settings settings = SettingsReader.read(environment);
        assertThat(settings.get(Keys.SMTP_PORT)).isEqualTo(2525);
        assertThat(settings.get(Keys.RELAY_HOST)).isEmpty();
        assertThat(settings.get(Keys.DELIVERY_EXPIRE)).isEqualTo(Duration.ofDays(4));
        assertThat(settings.data()).isEqualTo(home.resolve("data"));
    }

    @Test
    void environmentOverridesFile() throws IOException {
        file("relay.host = mx.one.example\nrelay.port=26");
        environment.put("SAMPAN_RELAY_HOST", "mx.two.example");
        Settings settings = SettingsReader.read(environment);
        assertThat(settings.get(Keys.RELAY_HOST)).contains("mx.two.example");
        assertThat(settings.get(Keys.RELAY_PORT)).isEqualTo(26);
        assertThat(settings.origin(Keys.RELAY_PORT).where()).isEqualTo("config/sampan.properties:2");
    }

    @Test
    void unknownKeyIsRefusedWithItsLineAndTheNearestKey() throws IOException {
        file("# mail\n\nsmpt.port=2500");
        assertThat(problems())
                .containsExactly(
                        "config/sampan.properties:3: smpt.port is not a setting of Sampan; did you mean smtp.port?");
    }

    @Test
    void unknownVariableIsRefused() {
        environment.put("SAMPAN_WEBPORT", "80");
        assertThat(problems())
                .containsExactly(
                        "SAMPAN_WEBPORT: SAMPAN_WEBPORT is not a setting of Sampan; did you mean SAMPAN_WEB_PORT?");
    }

    @Test
    void everyBadValueIsToldAtOnce() throws IOException {
        file("smtp.port=70000\nrelay.tls=always\ndelivery.expire=4 days\nsmtp.maxBytes=many");
        environment.put("SAMPAN_COLLECT_ALLOWPRIVATEADDRESSES", "yes");
        assertThat(problems())
                .hasSize(5)
                .contains(
                        "config/sampan.properties:1: smtp.port cannot be \"70000\"; allowed: a port from 1 to 65535",
                        "config/sampan.properties:2: relay.tls cannot be \"always\"; allowed: required, opportunistic, off",
                        "SAMPAN_COLLECT_ALLOWPRIVATEADDRESSES: collect.allowPrivateAddresses cannot be \"yes\"; allowed: true or false");
    }

    @Test
    void lineWithoutEqualsSignIsRefused() throws IOException {
        file("domain lists.example");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("config/sampan.properties:1: \"domain lists.example\"");
    }

    @Test
    void keySetTwiceIsRefused() throws IOException {
        file("domain=a.example\ndomain=b.example");
        assertThat(problems())
                .containsExactly(
                        "config/sampan.properties:2: domain is set a second time; first at config/sampan.properties:1");
    }

    @Test
    void samePortTwiceIsRefused() {
        environment.put("SAMPAN_WEB_PORT", "8000");
        assertThat(problems()).singleElement().asString().contains("8000", "admin.port", "web.port");
    }

    @Test
    void certificateWithoutKeyIsRefused() throws IOException {
        Files.writeString(home.resolve("mail.pem"), "");
        file("tls.certificate=mail.pem");
        assertThat(problems()).singleElement().asString().contains("tls.key is not set");
    }

    @Test
    void relaysAndLimitsAreLists() throws IOException {
        file("relay.host=one.example, two.example:587*3\ndelivery.limits=mail.example 10/600, * 4");
        Settings settings = SettingsReader.read(environment);
        assertThat(settings.environment())
                .containsEntry("SAMPAN_RELAY_HOST", "one.example, two.example:587*3")
                .containsEntry("SAMPAN_DELIVERY_LIMITS", "mail.example 10/600, * 4")
                .containsEntry("SAMPAN_DELIVERY_WARMUP", "0");
        file("relay.host=one.example two.example\ndelivery.limits=mail.example");
        assertThat(problems())
                .hasSize(2)
                .anyMatch(it -> it.contains("two.example:587*3"))
                .anyMatch(it -> it.contains("mail.example 10/600"));
    }

    @Test
    void accountAtTheRelayIsWhole() throws IOException {
        file("relay.password=secret");
        assertThat(problems()).singleElement().asString().contains("relay.username is not set");
        file("relay.username=sampan");
        assertThat(problems()).singleElement().asString().contains("relay.password is not set");
        file("relay.username=sampan\nrelay.tokenFile=token\nrelay.password=secret");
        assertThat(problems()).singleElement().asString().contains("choose one of them");
        file("relay.username=sampan\nrelay.tokenFile=token");
        assertThat(SettingsReader.read(environment).environment())
                .containsEntry("SAMPAN_RELAY_TOKENFILE", home.resolve("token").toString());
    }

    @Test
    void implicitTlsCannotBeOff() throws IOException {
        file("relay.implicitTls=true\nrelay.tls=off\nrelay.trust=nowhere.pem");
        assertThat(problems())
                .hasSize(2)
                .anyMatch(it -> it.contains("relay.implicitTls is true"))
                .anyMatch(it -> it.contains("nowhere.pem, which cannot be read"));
    }

    @Test
    void linksFollowTheWebPort() {
        environment.put("SAMPAN_WEB_PORT", "9090");
        assertThat(SettingsReader.read(environment).get(Keys.WEB_URL)).isEqualTo(URI.create("http://localhost:9090"));
    }

    @Test
    void anotherConfigFolderIsRead() throws IOException {
        Path other = Files.createDirectories(home.resolve("other"));
        Files.writeString(other.resolve("sampan.properties"), "domain=other.example");
        environment.put("SAMPAN_CONFIG", "other");
        assertThat(SettingsReader.read(environment).get(Keys.DOMAIN)).isEqualTo("other.example");
    }

    @Test
    void missingFileIsNoProblem() {
        assertThat(SettingsReader.read(environment).get(Keys.OPERATOR_EMAIL)).isEqualTo(Optional.empty());
    }

    @Test
    void fileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(home.resolve("config/sampan.properties"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> SettingsReader.read(environment)).hasMessageContaining("not UTF-8");
    }

    @Test
    void programsFindEveryKeyWithAbsolutePathsAndPlainBytes() throws IOException {
        file("smtp.maxBytes=25m\ndata=store\ncollect.files=feeds\ncollect.drop=drop");
        Map<String, String> programs = SettingsReader.read(environment).environment();
        assertThat(programs)
                .hasSize(Keys.all().size() + 2)
                .containsEntry("SAMPAN_SMTP_MAXBYTES", "26214400")
                .containsEntry("SAMPAN_DATA", home.resolve("store").toString())
                .containsEntry("SAMPAN_COLLECT_FILES", home.resolve("feeds").toString())
                .containsEntry("SAMPAN_COLLECT_DROP", home.resolve("drop").toString())
                .containsEntry("SAMPAN_CONFIG", home.resolve("config").toString())
                .containsEntry("SAMPAN_DATABASE_URL", "");
    }

    private void file(String text) throws IOException {
        Files.writeString(home.resolve("config/sampan.properties"), text);
    }

    private Iterable<String> problems() {
        return catchThrowableOfType(InvalidSettingsException.class, () -> SettingsReader.read(environment))
                .problems()
                .stream()
                .map(SettingsProblem::toString)
                .toList();
    }
}
