package org.snn4j.core.neuron;

import org.snn4j.core.Check;

/**
 * When a neuron fires.
 *
 * @param threshold potential at which it fires
 * @param inclusive true: fires at h &gt;= threshold (SpikingJelly, NDA); false: at h &gt; threshold (BrainCog, R2ETL, TET)
 */
public record Firing(double threshold, boolean inclusive) {
    public static final Firing DEFAULTS = new Firing(0.5, false);

    public Firing {
        Check.finite(threshold, "threshold");
    }
}
