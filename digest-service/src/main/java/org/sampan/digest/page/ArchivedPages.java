package org.sampan.digest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages as they look to somebody who has no account: for keeping them as files. */
@Component
public class ArchivedPages {
    private final PageTemplates templates;
    private final PageFrame frame;

    ArchivedPages(PageTemplates templates, PageFrame frame) {
        this.templates = templates;
        this.frame = frame;
    }

    /**
     * @param address where the page is on the site
     * @param languages that it is kept in
     */
    public String render(
            String template, Map<String, ?> model, String address, Locale language, List<String> languages) {
        Map<String, Object> all = new HashMap<>(frame.ofFile(address, language, languages));
        all.putAll(model);
        return templates.render(template, all);
    }
}
