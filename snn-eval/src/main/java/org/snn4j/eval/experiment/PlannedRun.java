package org.snn4j.eval.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.Node;
import org.snn4j.core.config.YamlWriter;
import org.snn4j.eval.run.RunKey;

/**
 * A run before it has happened.
 *
 * @param key which one
 * @param config its effective configuration, with its own seed as the only one
 * @param identity SHA-256 of that
 */
public record PlannedRun(RunKey key, EffectiveConfig config, String identity) {
    /** The configuration as a file that can be run again; written anew at each call, since a table needs it of no run. */
    public String yaml() {
        Node.Mapping tree = config.tree();
        Map<String, Node> entries = new LinkedHashMap<>(tree.entries());
        // Its rows are the variants of the experiment, which a single run does not have.
        entries.remove(Experiment.TABLE);
        return YamlWriter.document(new Node.Mapping(entries, tree.origin()));
    }
}
