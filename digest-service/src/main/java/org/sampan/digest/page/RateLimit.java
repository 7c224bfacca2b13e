package org.sampan.digest.page;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * So many times in so long a time for each key, forgotten when the time is over. Counted on this node alone and never
 * written down. Safe for many threads.
 */
public final class RateLimit {
    private static final int MOST_KEYS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    public RateLimit(int times, Duration within) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(within)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, within))
                        .build());
    }

    /** Counts one time; false when it is one too many. */
    public boolean admits(String key) {
        return buckets.get(key).tryConsume(1);
    }
}
