package org.sampan.mailserver.transform;

import java.util.List;
import javax.inject.Inject;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostLinks;

/** What is done to a post, in this order. */
final class Transformations {
    private final List<Transformation> steps;

    @Inject
    Transformations(PostLinks links) {
        steps = List.of(new CompleteHeaders(), new DropForeignHeaders(), new AddListHeaders(links), new TagSubject());
    }

    Message apply(Message message, Rendering rendering) {
        Message changed = message;
        for (Transformation step : steps) {
            changed = step.apply(changed, rendering);
        }
        return changed;
    }
}
