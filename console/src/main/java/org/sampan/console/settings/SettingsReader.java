package org.sampan.console.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the settings of one installation: defaults, over them the file, over it the environment. Used once. */
public final class SettingsReader {

    private record Given(String text, Origin origin) {}

    private final Installation installation;
    private final Map<String, String> environment;
    private final List<SettingsProblem> problems = new ArrayList<>();
    private final Map<String, Given> given = new LinkedHashMap<>();

    private SettingsReader(Map<String, String> environment) {
        this.installation = Installation.of(environment);
        this.environment = environment;
    }

    /**
     * @param environment usually {@link System#getenv()}; only {@code SAMPAN_*} is looked at
     * @throws InvalidSettingsException with every problem found
     * @throws java.io.UncheckedIOException when the file is there and cannot be read
     */
    public static Settings read(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    private Settings read() {
        readFile();
        readEnvironment();
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<Setting<?>, Origin> origins = new HashMap<>();
        for (Setting<?> setting : Keys.all()) {
            Given text = given.getOrDefault(setting.key(), standard(setting));
            origins.put(setting, text.origin());
            try {
                values.put(setting, setting.parse(text.text()));
            } catch (BadValueException e) {
                problems.add(new SettingsProblem(text.origin(), setting.key(), e.what()));
            }
        }
        refuseProblems();
        Settings settings = new Settings(installation, values, origins);
        problems.addAll(SettingsRules.broken(settings));
        refuseProblems();
        return settings;
    }

    private void readFile() {
        Path path = installation.config().resolve("sampan.properties");
        SettingsFile file = SettingsFile.read(path, installation.shown(path));
        problems.addAll(file.problems());
        for (SettingsFile.Line line : file.lines()) {
            Given before = given.putIfAbsent(line.key(), new Given(line.value(), line.where()));
            if (setting(line.key()).isEmpty()) {
                problems.add(new SettingsProblem(
                        line.where(), line.key(), "is not a setting of Sampan" + nearest(line.key())));
            } else if (before != null) {
                problems.add(new SettingsProblem(
                        line.where(),
                        line.key(),
                        "is set a second time; first at " + before.origin().where()));
            }
        }
    }

    private void readEnvironment() {
        Map<String, Setting<?>> byVariable = new HashMap<>();
        Keys.all().forEach(setting -> byVariable.put(setting.variable(), setting));
        new TreeMap<>(environment).forEach((name, value) -> {
            Setting<?> setting = byVariable.get(name);
            Origin origin = new Origin.Variable(name);
            if (setting != null) {
                given.put(setting.key(), new Given(value.strip(), origin));
            } else if (name.startsWith("SAMPAN_")
                    && !name.equals(Installation.HOME)
                    && !name.equals(Installation.CONFIG)) {
                problems.add(new SettingsProblem(origin, name, "is not a setting of Sampan" + nearestVariable(name)));
            }
        });
    }

    /** Links follow the web port unless the operator says what the world sees. */
    private Given standard(Setting<?> setting) {
        String text = setting.defaultText();
        Given port = given.get(Keys.WEB_PORT.key());
        if (setting.equals(Keys.WEB_URL) && port != null) {
            text = text.replace(Keys.WEB_PORT.defaultText(), port.text());
        }
        return new Given(text, new Origin.Standard());
    }

    private void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    private static Optional<Setting<?>> setting(String key) {
        return Keys.all().stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static String nearest(String key) {
        return SimilarName.to(key, Keys.all().stream().map(Setting::key))
                .map(similar -> "; did you mean " + similar + "?")
                .orElse("");
    }

    private static String nearestVariable(String name) {
        Stream<String> variables = Stream.concat(
                Keys.all().stream().map(Setting::variable), Stream.of(Installation.HOME, Installation.CONFIG));
        return SimilarName.to(name, variables)
                .map(similar -> "; did you mean " + similar + "?")
                .orElse("");
    }
}
