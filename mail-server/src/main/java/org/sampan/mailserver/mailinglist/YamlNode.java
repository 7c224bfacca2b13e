package org.sampan.mailserver.mailinglist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.settings.BadSettingsException;

/** A piece of a YAML file that knows its line, so that what is wrong with it can be shown to its writer. */
sealed interface YamlNode {
    /** Counted from 1. */
    int line();

    /** A plain or quoted value; empty when nothing stands there. */
    record Scalar(int line, String text) implements YamlNode {}

    /** The items of a list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** The keys of a block in their order. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {}

    /**
     * The whole document; empty when the text has none.
     *
     * @throws BadSettingsException with the name and line, when this is not YAML or a key comes twice
     */
    static Optional<YamlNode> parse(String name, String text) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(node(parser));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
            throw new BadSettingsException(List.of(name + ":" + line + ": " + reason));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private static YamlNode node(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(parser, line);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return sequence(parser, line);
        }
        return new Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private static YamlNode mapping(JsonParser parser, int line) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, node(parser));
        }
        return new Mapping(line, entries);
    }

    private static YamlNode sequence(JsonParser parser, int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(line, items);
    }
}
