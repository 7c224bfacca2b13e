package org.sampan.digest.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Takedown;
import org.sampan.digest.clipping.Takedowns;
import org.sampan.digest.edit.TakeDown;
import org.sampan.digest.journal.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/clippings/takedowns} and {@code /api/clippings/{id}/takedown}: what was taken down for good, and why. */
@RestController
@RequestMapping("/api/clippings")
class TakedownController {
    private static final int MOST = 1_000;
    private static final int LONGEST_REASON = 2_000;

    private final TakeDown takeDown;
    private final Takedowns takedowns;

    TakedownController(TakeDown takeDown, Takedowns takedowns) {
        this.takeDown = takeDown;
        this.takedowns = takedowns;
    }

    record ReasonJson(@Nullable String reason) {}

    record TakedownJson(long id, String reason, String by, Instant at) {
        static TakedownJson of(Takedown takedown) {
            return new TakedownJson(takedown.id().value(), takedown.reason(), takedown.by(), takedown.at());
        }
    }

    record TakedownList(List<TakedownJson> takedowns) {}

    @GetMapping("/takedowns")
    TakedownList all() {
        return new TakedownList(
                takedowns.newest(MOST).stream().map(TakedownJson::of).toList());
    }

    /** Asked again it changes nothing, not the reason either. */
    @PostMapping("/{id}/takedown")
    TakedownJson takeDown(@PathVariable long id, @RequestBody ReasonJson wanted) {
        String reason = Optional.ofNullable(wanted.reason())
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_REASON)
                .orElseThrow(() -> Refused.field("reason", "reason must say why, in at most 2000 characters"));
        ClippingId clipping = new ClippingId(id);
        takeDown.takeDown(clipping, reason, Actor.OPERATOR);
        return takedowns
                .find(clipping)
                .map(TakedownJson::of)
                .orElseThrow(() -> Refused.notFound("there is no clipping " + id));
    }
}
