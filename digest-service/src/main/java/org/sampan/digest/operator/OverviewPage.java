package org.sampan.digest.operator;

import java.util.List;
import java.util.Map;
import org.sampan.digest.mailserver.Installation;
import org.sampan.digest.mailserver.Installation.ListState;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceState;
import org.sampan.digest.source.Sources;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything at a glance: the parts, every list as it stands, what to look at. */
@Controller
final class OverviewPage {
    private final Installation installation;
    private final Sources sources;

    OverviewPage(Installation installation, Sources sources) {
        this.installation = installation;
        this.sources = sources;
    }

    @GetMapping("/manage")
    ModelAndView overview(@RequestParam(defaultValue = "") String done) {
        Map<String, String> parts = installation.health();
        List<ListState> lists = parts.isEmpty() ? List.of() : installation.lists();
        return new ModelAndView("operator/overview")
                .addObject("parts", parts)
                .addObject("lists", lists)
                .addObject(
                        "ailing",
                        sources.all().stream().filter(OverviewPage::isAiling).toList())
                .addObject("done", done.matches("made|removed") ? done : "");
    }

    private static boolean isAiling(Source source) {
        return source.state() == SourceState.AILING;
    }
}
