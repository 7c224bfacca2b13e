package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What people copy out of our documents must exist: every {@code ./sampan} line names commands and options there are. */
class DocumentedCommandsTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern CALL = Pattern.compile("\\./sampan((?: [^\\n`#;]*)?)");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern OPTION = Pattern.compile("\\[?(--[a-z][a-z-]*).*");

    private final CommandLine sampan = command();

    @Test
    void documentsNameOnlyCommandsAndOptionsThatAre() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path document : documents()) {
            List<String> found = calls(Files.readString(document));
            calls += found.size();
            found.forEach(call ->
                    check(call).forEach(it -> wrong.add(HOME.relativize(document) + ": ./sampan" + call + ": " + it)));
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aCommandThatIsNotThereIsSeen() {
        assertThat(check(" members exprot --list members")).containsExactly("no exprot");
        assertThat(check(" members export --lists members")).containsExactly("no --lists");
        assertThat(check(" members export --list members > members.csv")).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(HOME, 3)) {
            return files.filter(file -> file.toString().endsWith(".md") || file.startsWith(HOME.resolve("config")))
                    .filter(file -> file.toString().matches(".*\\.(md|properties|yaml)"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> calls(String text) {
        return CALL.matcher(text).results().map(call -> call.group(1)).toList();
    }

    /** Follows the words into the commands; after the last command come arguments, of which only the options are known. */
    private List<String> check(String call) {
        List<String> wrong = new ArrayList<>();
        CommandLine at = sampan;
        for (String token : call.strip().split("\\s+")) {
            String word = token.replaceFirst("[.,:)|…]+$", "").replaceFirst("\\|.*", "");
            var option = OPTION.matcher(token);
            if (option.matches()) {
                if (!knows(at, option.group(1))) {
                    wrong.add("no " + option.group(1));
                }
            } else if (at.getSubcommands().containsKey(word)) {
                at = at.getSubcommands().get(word);
            } else if (WORD.matcher(token).matches() && !at.getSubcommands().isEmpty()) {
                wrong.add("no " + word);
                return wrong;
            } else if (token.matches("[|>&(].*")) {
                return wrong;
            }
        }
        return wrong;
    }

    private static boolean knows(CommandLine command, String option) {
        for (CommandSpec spec = command.getCommandSpec(); spec != null; spec = spec.parent()) {
            if (spec.findOption(option) != null) {
                return true;
            }
            if (spec.parent() == null) {
                return false;
            }
        }
        return false;
    }

    private static CommandLine command() {
        Session session = new Session(Map.of(), new PrintStream(System.out), new PrintStream(System.err));
        return new CommandLine(new SampanCommand(session), new SessionFactory(session));
    }
}
