package org.snn4j.eval.bench;

import java.util.Optional;
import org.snn4j.core.Check;

/**
 * How much is measured.
 *
 * @param warmUp steps before the first that counts, at least 1: Java compiles what it runs often
 * @param steps steps that count, at least 1
 * @param batch pairs in a step, at least 1; empty takes that of the configuration
 * @param phase name of the phase; empty takes the last one, whose network a run scores
 */
public record BenchSettings(int warmUp, int steps, Optional<Integer> batch, Optional<String> phase) {
    public BenchSettings {
        Check.atLeast(warmUp, 1, "warm-up");
        Check.atLeast(steps, 1, "steps");
        batch.ifPresent(pairs -> Check.atLeast(pairs, 1, "batch"));
        Check.notNull(phase, "phase");
    }
}
