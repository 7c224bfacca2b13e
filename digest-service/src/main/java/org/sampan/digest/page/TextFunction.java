package org.sampan.digest.page;

import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In templates: {@code t("confirm.body", {"list": list.name})}. The result is plain text, escaped where it is put. Without a
 * text it is missing, and the page fails; where that may be, the template says what is put instead: {@code t(key)!other}.
 */
record TextFunction(Messages messages, Locale language) implements TemplateMethodModelEx {
    private static final Pattern SHAN_FINAL =
            Pattern.compile("(?<=[\\u1000-\\u109f])[\\u1000-\\u102a\\u1075-\\u1081]\\u103a");
    private static final String WORD_JOINER = "\u2060";

    @Override
    public @Nullable String exec(List arguments) throws TemplateModelException {
        if (!(arguments.get(0) instanceof TemplateScalarModel key)) {
            throw new TemplateModelException("t: the first argument is a text's key");
        }
        Map<String, Object> values = arguments.size() > 1 ? values(arguments.get(1)) : Map.of();
        return messages.find(language, key.getAsString(), values)
                .map(text -> language.getLanguage().equals("shn") ? withWholeSyllables(text) : text)
                .orElse(null);
    }

    /** Browsers break Shan lines by the rules of Burmese, even before a syllable's last consonant: a joiner forbids it. */
    private static String withWholeSyllables(String text) {
        return SHAN_FINAL.matcher(text).replaceAll(WORD_JOINER + "$0");
    }

    private static Map<String, Object> values(Object argument) throws TemplateModelException {
        if (!(argument instanceof TemplateHashModelEx hash)) {
            throw new TemplateModelException("t: the second argument is a hash of named values");
        }
        Map<String, Object> values = new HashMap<>();
        for (TemplateModelIterator keys = hash.keys().iterator(); keys.hasNext(); ) {
            String name = ((TemplateScalarModel) keys.next()).getAsString();
            values.put(name, value(name, hash.get(name)));
        }
        return values;
    }

    private static Object value(String name, TemplateModel model) throws TemplateModelException {
        if (model instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        if (model instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        throw new TemplateModelException("t: '" + name + "' is neither text nor number");
    }
}
