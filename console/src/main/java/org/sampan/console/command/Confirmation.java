package org.sampan.console.command;

import java.io.Console;
import java.util.Locale;

/** Asks a person at a terminal before something that cannot be undone; a script is taken at its word. */
final class Confirmation {

    private Confirmation() {}

    static boolean given(boolean beforehand, String question) {
        Console console = System.console();
        if (beforehand || console == null) {
            return true;
        }
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
