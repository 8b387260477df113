package org.snn4j.eval.table;

import java.util.Optional;
import org.snn4j.eval.run.Provenance;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;

/**
 * One wanted run as its folder shows it.
 *
 * @param key which run
 * @param result its result, if it counts
 * @param provenance its circumstances, if it counts
 * @param problem why it does not count; empty if it does
 */
public record RunEntry(RunKey key, Optional<RunResult> result, Optional<Provenance> provenance, String problem) {
    static RunEntry counted(RunKey key, RunResult result, Provenance provenance) {
        return new RunEntry(key, Optional.of(result), Optional.of(provenance), "");
    }

    static RunEntry missing(RunKey key, String problem) {
        return new RunEntry(key, Optional.empty(), Optional.empty(), problem);
    }

    /** True if its numbers are in the table. */
    public boolean counts() {
        return result.isPresent();
    }
}
