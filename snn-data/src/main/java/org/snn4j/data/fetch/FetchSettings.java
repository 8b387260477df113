package org.snn4j.data.fetch;

import java.time.Duration;
import org.snn4j.core.Check;

/**
 * Patience of a download.
 *
 * @param connect longest time for a connection
 * @param stall longest time without a byte
 * @param attempts attempts in a row that bring nothing new, at least 1
 * @param pause time before the second attempt, doubled for each further one
 */
public record FetchSettings(Duration connect, Duration stall, int attempts, Duration pause) {
    public static final FetchSettings DEFAULTS =
            new FetchSettings(Duration.ofSeconds(30), Duration.ofSeconds(60), 5, Duration.ofSeconds(2));

    public FetchSettings {
        Check.inRange(Check.notNull(connect, "connect").toMillis(), 1, Integer.MAX_VALUE, "connect, in ms");
        Check.inRange(Check.notNull(stall, "stall").toMillis(), 1, Integer.MAX_VALUE, "stall, in ms");
        Check.inRange(attempts, 1, 30, "attempts");
        Check.inRange(Check.notNull(pause, "pause").toMillis(), 0, Integer.MAX_VALUE, "pause, in ms");
    }

    /** Time to wait after a number of fruitless attempts, at most a minute. */
    Duration pauseAfter(int attempt) {
        return Duration.ofMillis(Math.min(60_000, pause.toMillis() << Math.min(attempt - 1, 20)));
    }
}
