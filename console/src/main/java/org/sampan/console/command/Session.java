package org.sampan.console.command;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.console.settings.Settings;
import org.sampan.console.settings.SettingsReader;

/** What every command has at hand: the settings, and where to write. One thread. */
final class Session {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Settings settings;
    private boolean json;

    Session(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Read when first asked for, so that {@code --help} works with a broken file. */
    Settings settings() {
        if (settings == null) {
            settings = SettingsReader.read(environment);
        }
        return settings;
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

    void say(String line) {
        out.println(line);
    }

    /** On standard error, so that piped output stays clean. */
    void complain(String problem) {
        err.println("sampan: " + problem);
    }
}
