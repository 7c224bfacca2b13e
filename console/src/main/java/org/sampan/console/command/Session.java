package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.console.demo.DemoFolder;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.rest.RestClient;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.settings.SettingsReader;
import org.sampan.console.supervise.StartFailedException;
import org.sampan.console.terminal.TerminalText;

/** What every command has at hand: the settings, the two programs, and where to write. One thread. */
final class Session {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Settings settings;
    private boolean json;
    private boolean demo;

    Session(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** The process's, or the demonstration's when that is wanted. */
    Map<String, String> environment() {
        if (!demo) {
            return environment;
        }
        Map<String, String> changed = new HashMap<>(environment);
        changed.keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        changed.putAll(DemoFolder.of(environment)
                .environment()
                .orElseThrow(() -> new StartFailedException("there is no demonstration; ./sampan demo starts one")));
        return changed;
    }

    void useDemo(boolean wanted) {
        demo |= wanted;
    }

    /** Read when first asked for, so that {@code --help} works with a broken file. */
    Settings settings() {
        if (settings == null) {
            settings = SettingsReader.read(environment());
        }
        return settings;
    }

    DataFolder data() {
        return new DataFolder(settings().data());
    }

    RestClient mailServer() {
        return new RestClient("mail server", settings().mailServer(), data().adminToken());
    }

    RestClient digestService() {
        return new RestClient("digest service", settings().digestService(), data().adminToken());
    }

    /** A list's full address: {@code members} is {@code members@<domain>}. */
    String list(String name) {
        return name.contains("@") ? name : name + "@" + settings().get(Keys.DOMAIN);
    }

    void printJson(boolean wanted) {
        json |= wanted;
    }

    /** Whether the answer is for a program to read. */
    boolean json() {
        return json;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** The answer as JSON, or else as the words for a person. */
    void answer(JsonNode answer, String words) {
        say(json ? Json.print(answer) : words);
    }

    /** One or more lines; each is made harmless. */
    void say(String lines) {
        if (lines.isEmpty()) {
            out.println();
        }
        lines.lines().map(line -> json ? line : TerminalText.of(line).text()).forEach(out::println);
    }

    /** On standard error, so that piped output stays clean. */
    void complain(String problem) {
        problem.lines().map(line -> TerminalText.of(line).text()).forEach(line -> err.println("sampan: " + line));
    }

    /** What is going on, on standard error. */
    void progress(String line) {
        err.println(TerminalText.of(line).text());
    }
}
