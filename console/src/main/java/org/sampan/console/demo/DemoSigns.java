package org.sampan.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sampan.console.catcher.MailCatcher;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;

/** The signs at the end of the way: where to look, what to try. */
final class DemoSigns {

    private DemoSigns() {}

    static List<String> of(Settings settings, MailCatcher catcher, JsonNode edition) {
        String web = settings.get(Keys.WEB_URL).toString();
        return List.of(
                "",
                "Look at it. Nothing of it has left this machine.",
                "",
                "  Every mail that was sent    " + catcher.url() + "  ("
                        + catcher.mails().size() + " mails)",
                "  The edition                 "
                        + edition.path("url").asText(web + "/news/" + DemoNetwork.SERIES + "/1"),
                "  The list, with join form    " + web + "/lists/mekong-news",
                "  The newsroom                " + web + "/desk",
                "  The lists, to look after    " + web + "/manage",
                "      (both ask who you are: say "
                        + settings.get(Keys.OPERATOR_EMAIL).orElse("") + "; the link to sign in is among the mails)",
                "",
                "Try, in another terminal:",
                "  ./sampan --demo members list members",
                "  ./sampan --demo posts list members",
                "  ./sampan --demo editions run mekong-weekly --since 2026-11-16 --until 2026-11-22 --dry-run",
                "  or write to members@lists.example yourself: SMTP at 127.0.0.1:" + settings.get(Keys.SMTP_PORT)
                        + ", from dara@tonle-hall.example",
                "",
                "Ctrl-C ends everything. The same command takes it up again; --fresh begins anew.");
    }
}
