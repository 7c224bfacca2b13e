package org.sampan.mailserver;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.builder.BasicConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.util.LoggingLevel;
import org.sampan.mailserver.settings.BadSettingsException;

/**
 * James's configuration files from {@code config/mail-server}, with the operator's settings put in where they say
 * <code>${settings:…}</code>. A component without a file has an empty configuration. Safe for many threads.
 */
final class JamesConfiguration implements ConfigurationProvider {
    private static final Pattern SETTING = Pattern.compile("\\$\\{settings:([A-Za-z.]+)}");

    private final Path folder;
    private final Map<String, String> settings;

    /** @param settings what <code>${settings:…}</code> may name */
    JamesConfiguration(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
    }

    /**
     * @param component name of the file without its end, or a path into it: {@code mailetcontainer.spooler}
     * @throws BadSettingsException when the file names a setting that does not exist, or is not XML
     */
    @Override
    public HierarchicalConfiguration<ImmutableNode> getConfiguration(String component, LoggingLevel ifMissing)
            throws ConfigurationException {
        List<String> path = List.of(component.split("\\."));
        Path file = folder.resolve(path.get(0) + ".xml");
        HierarchicalConfiguration<ImmutableNode> found = Files.exists(file) ? read(file) : new XMLConfiguration();
        for (String part : path.subList(1, path.size())) {
            found = found.configurationAt(part);
        }
        return found;
    }

    private XMLConfiguration read(Path file) {
        try {
            XMLConfiguration configuration = new BasicConfigurationBuilder<>(XMLConfiguration.class)
                    .configure(new Parameters().xml().setListDelimiterHandler(new DisabledListDelimiterHandler()))
                    .getConfiguration();
            new FileHandler(configuration).load(new StringReader(withSettings(file)));
            return configuration;
        } catch (ConfigurationException | IOException e) {
            throw new BadSettingsException(List.of(file + ": " + e.getMessage()));
        }
    }

    private String withSettings(Path file) throws IOException {
        Matcher matcher = SETTING.matcher(Files.readString(file));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = settings.get(matcher.group(1));
            if (value == null) {
                throw new BadSettingsException(List.of(file + ": there is no setting '" + matcher.group(1) + "'"));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(escaped(value)));
        }
        return matcher.appendTail(text).toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
