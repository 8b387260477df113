package org.snn4j.eval.experiment;

import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.eval.run.RunKey;

/**
 * A run before it has happened.
 *
 * @param key which one
 * @param config its effective configuration, with its own seed as the only one
 * @param identity SHA-256 of that
 * @param yaml the configuration as a file that can be run again
 */
public record PlannedRun(RunKey key, EffectiveConfig config, String identity, String yaml) {}
