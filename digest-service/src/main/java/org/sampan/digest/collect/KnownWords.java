package org.sampan.digest.collect;

import java.util.List;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Topic;
import org.springframework.stereotype.Component;

/** The countries and topics that stories are judged by, in the order of the operator's word lists. */
@Component
public class KnownWords {
    private final List<Country> countries;
    private final List<Topic> topics;

    /** @throws org.sampan.digest.settings.BadSettings when a list is broken */
    KnownWords(WordFiles files) {
        this.countries = files.words("countries.yaml").keySet().stream()
                .map(Country::new)
                .toList();
        this.topics =
                files.words("topics.yaml").keySet().stream().map(Topic::new).toList();
    }

    public List<Country> countries() {
        return countries;
    }

    public List<Topic> topics() {
        return topics;
    }
}
