package org.sampan.digest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages as they look to somebody who has no account and nothing to choose: for keeping them as files. */
@Component
public class ArchivedPages {
    private final PageTemplates templates;
    private final PageFrame frame;

    ArchivedPages(PageTemplates templates, PageFrame frame) {
        this.templates = templates;
        this.frame = frame;
    }

    /** @param path where the page is on the site */
    public String render(String template, Map<String, ?> model, String path, Locale language) {
        Map<String, Object> all = new HashMap<>(frame.ofFile(path, language));
        all.putAll(model);
        return templates.render(template, all);
    }
}
