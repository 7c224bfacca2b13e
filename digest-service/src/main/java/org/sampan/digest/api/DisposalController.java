package org.sampan.digest.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edit.DisposeOfClippings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/clippings/disposal}: what is kept no longer, by the operator's settings. */
@RestController
@RequestMapping("/api/clippings/disposal")
class DisposalController {
    private final DisposeOfClippings disposeOfClippings;

    DisposalController(DisposeOfClippings disposeOfClippings) {
        this.disposeOfClippings = disposeOfClippings;
    }

    record DisposalJson(
            int copies,
            int unused,
            @Nullable Instant copiesBefore,
            @Nullable Instant unusedBefore) {
        static DisposalJson of(DisposeOfClippings.Disposal disposal) {
            return new DisposalJson(
                    disposal.copies(),
                    disposal.unused(),
                    disposal.copiesBefore().orElse(null),
                    disposal.unusedBefore().orElse(null));
        }
    }

    /** What would go now. */
    @GetMapping
    DisposalJson show() {
        return DisposalJson.of(disposeOfClippings.show());
    }

    @PostMapping
    DisposalJson dispose() {
        return DisposalJson.of(disposeOfClippings.dispose());
    }
}
