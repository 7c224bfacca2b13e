package org.sampan.digest.desk.inbox;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.BadFilter;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.FilterFields;
import org.sampan.digest.clipping.Found;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came in, newest first; what is wanted of it stands in the address, so that it can be kept and passed on. */
@Controller
final class InboxPage {
    private static final int A_PAGE = 30;
    private static final String STATE = "state";
    private static final String ALL = "all";
    private static final List<String> FIELDS =
            List.of("q", STATE, "kind", "country", "topic", "language", "source", "since", "until");

    private final Clippings clippings;
    private final ClippingCards cards;
    private final Choices choices;
    private final ZoneId zone;

    InboxPage(Clippings clippings, ClippingCards cards, Choices choices, Settings settings) {
        this.clippings = clippings;
        this.cards = cards;
        this.choices = choices;
        this.zone = settings.web().timezone();
    }

    /** The clippings of one state, and the way to them. {@code name}: all, new, used or omitted. */
    public record Tab(String name, int count, String address, boolean current) {}

    @GetMapping("/desk/inbox")
    ModelAndView inbox(@RequestParam Map<String, String> given, @RequestParam Optional<Long> after, Locale language) {
        InboxAddress wanted = new InboxAddress(fields(given));
        ModelAndView page = new ModelAndView("desk/inbox");
        ClippingFilter filter = filter(wanted, page);
        Found found = clippings.find(filter, after.map(ClippingId::new), A_PAGE);
        if (found.page().size() == A_PAGE) {
            String last = found.page().get(A_PAGE - 1).id().toString();
            page.addObject("next", wanted.with("after", last).text());
        }
        return page.addObject("cards", cards.of(found.page()))
                .addObject("tabs", tabs(wanted, found.counts()))
                .addObject("choices", choices.in(language))
                .addObject("filter", wanted.fields())
                .addObject("narrowed", wanted.isNarrowed())
                .addObject("whole", InboxAddress.ofState(wanted.state()).text())
                .addObject(
                        "back",
                        wanted.with("after", after.map(String::valueOf).orElse(""))
                                .text())
                .addObject("done", DoneNote.of(given));
    }

    private static Map<String, String> fields(Map<String, String> given) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = given.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                fields.put(field, value);
            }
        }
        fields.putIfAbsent(STATE, ClippingState.NEW.slug());
        return fields;
    }

    /** Whatever cannot be understood is said, and all is shown. */
    private ClippingFilter filter(InboxAddress wanted, ModelAndView page) {
        Map<String, String> fields = new LinkedHashMap<>(wanted.fields());
        fields.remove(STATE, ALL);
        try {
            return FilterFields.read(fields, zone);
        } catch (BadFilter bad) {
            page.addObject("bad", bad.field());
            return ClippingFilter.ALL;
        }
    }

    private static List<Tab> tabs(InboxAddress wanted, Map<ClippingState, Integer> counts) {
        List<Tab> tabs = new ArrayList<>();
        for (ClippingState state : ClippingState.values()) {
            tabs.add(tab(wanted, state.slug(), counts.getOrDefault(state, 0)));
        }
        tabs.add(tab(
                wanted,
                ALL,
                counts.values().stream().mapToInt(Integer::intValue).sum()));
        return tabs;
    }

    private static Tab tab(InboxAddress wanted, String state, int count) {
        return new Tab(
                state, count, wanted.with(STATE, state).text(), wanted.state().equals(state));
    }
}
