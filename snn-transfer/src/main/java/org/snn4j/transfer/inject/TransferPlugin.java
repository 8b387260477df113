package org.snn4j.transfer.inject;

import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.transfer.mixing.AbruptReplacement;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.mixing.SlidingReplacement;
import org.snn4j.transfer.mixing.TimeStepMixup;
import org.snn4j.transfer.objective.Cka;
import org.snn4j.transfer.objective.CrossEntropy;
import org.snn4j.transfer.objective.He2024Alignment;
import org.snn4j.transfer.objective.Mag;
import org.snn4j.transfer.objective.Mmd;
import org.snn4j.transfer.objective.Mrp;
import org.snn4j.transfer.objective.Mse;
import org.snn4j.transfer.objective.Objective;
import org.snn4j.transfer.objective.Semantic;
import org.snn4j.transfer.objective.StepCrossEntropy;
import org.snn4j.transfer.objective.TemporalCka;
import org.snn4j.transfer.objective.Tet;
import org.snn4j.transfer.objective.Tmse;

/** Components and sections of snn-transfer. */
public final class TransferPlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        section("mixing", Mixing.class).orElse("none").perPhase();
        slot(Mixing.class)
                .add("none", NoMixing.class)
                .add("sliding-replacement", SlidingReplacement.class)
                .add("abrupt-replacement", AbruptReplacement.class)
                .add("time-step-mixup", TimeStepMixup.class);

        sections("objectives", Objective.class).perPhase();
        slot(Objective.class)
                .add("cross-entropy", CrossEntropy.class)
                .add("step-cross-entropy", StepCrossEntropy.class)
                .add("tet", Tet.class)
                .add("cka", Cka.class)
                .add("temporal-cka", TemporalCka.class)
                .add("he2024-alignment", He2024Alignment.class)
                .add("semantic", Semantic.class)
                .add("tmse", Tmse.class)
                .add("mse", Mse.class)
                .add("mmd", Mmd.class)
                .add("mag", Mag.class)
                .add("mrp", Mrp.class);
    }
}
