package org.sampan.digest.production;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sampan.digest.collect.Collected;

/** The collect result of the contract. */
record CollectReport(
        int sources,
        int items,
        @JsonProperty("new") int fresh,
        int merged,
        int changed,
        int unchanged,
        List<Failure> failed) {

    record Failure(String url, String reason) {}

    static CollectReport of(List<Collected> all) {
        return new CollectReport(
                all.size(),
                all.stream().mapToInt(Collected::items).sum(),
                all.stream().mapToInt(Collected::fresh).sum(),
                all.stream().mapToInt(Collected::merged).sum(),
                all.stream().mapToInt(Collected::changed).sum(),
                all.stream().mapToInt(Collected::unchanged).sum(),
                all.stream()
                        .flatMap(one -> one.problem().stream()
                                .map(reason -> new Failure(one.source().toString(), reason)))
                        .toList());
    }
}
