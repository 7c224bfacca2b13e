package org.sampan.mailserver.authorise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.ListSetting;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.mailinglist.SettingsCatalogue;
import org.sampan.mailserver.post.ReasonTexts;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/rules}: what is looked at when somebody posts, in order. */
final class RuleRoutes implements Routes {
    private final PostingRules rules;
    private final ReasonTexts texts;
    private final ListPath path;
    private final Json json;

    @Inject
    RuleRoutes(PostingRules rules, ReasonTexts texts, ListPath path, Json json) {
        this.rules = rules;
        this.texts = texts;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/rules", this::show);
    }

    private String show(Request request, Response response) {
        ListSettings settings = path.list(request).settings();
        String language = Optional.ofNullable(request.queryParams("language")).orElse(settings.language());
        Map<String, String> values = values(settings, language);
        List<RuleAnswer> answers = new ArrayList<>();
        for (PostingRule rule : rules.all()) {
            answers.add(new RuleAnswer(
                    answers.size() + 1,
                    rule.name(),
                    rule.applies(settings),
                    texts.explain(language, rule.name(), values)));
        }
        return json.answer(response, 200, new RulesAnswer(answers));
    }

    private Map<String, String> values(ListSettings settings, String language) {
        Map<String, String> values = new LinkedHashMap<>();
        SettingsCatalogue.ALL.forEach(it -> values.put(it.name(), value(settings, it, language)));
        return values;
    }

    private <T> String value(ListSettings settings, ListSetting<T> setting, String language) {
        T value = settings.get(setting);
        String word = setting.form().write(value);
        return value instanceof Treatment ? texts.treatment(language, word) : word;
    }

    private record RulesAnswer(List<RuleAnswer> rules) {}

    private record RuleAnswer(int order, String name, boolean applies, String explanation) {}
}
