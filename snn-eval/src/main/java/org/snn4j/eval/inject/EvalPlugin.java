package org.snn4j.eval.inject;

import com.google.inject.TypeLiteral;
import java.util.List;
import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.table.TableSettings;

/** Sections of snn-eval. */
public final class EvalPlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        value(Experiment.SEEDS, new TypeLiteral<List<Long>>() {}).orElse(List.of(1L));
        value(Experiment.TITLE, String.class).optional().descriptive();
        settings(Experiment.TABLE, TableSettings.class).descriptive();
    }
}
