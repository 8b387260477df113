package org.snn4j.eval.experiment;

import java.util.List;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.eval.run.Provenance.PluginJar;

/** Makes the objects of a run from its configuration. */
public interface RunAssembly {
    /**
     * Makes everything that needs no data.
     *
     * @throws org.snn4j.core.ConfigurationException if a component refuses to be made
     */
    RunParts assemble(EffectiveConfig config);

    /** Jars of others whose components take part. */
    List<PluginJar> plugins();
}
