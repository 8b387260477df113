package org.snn4j.transfer.inject;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snn4j.core.Stream;
import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.data.pair.ClassBalanced;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.data.pair.PerImage;
import org.snn4j.data.pair.PerRecording;
import org.snn4j.transfer.method.ComposedTransfer;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.mixing.AbruptReplacement;
import org.snn4j.transfer.mixing.Mixing;
import org.snn4j.transfer.mixing.NoMixing;
import org.snn4j.transfer.mixing.SlidingReplacement;
import org.snn4j.transfer.mixing.TimeStepMixup;
import org.snn4j.transfer.objective.Cka;
import org.snn4j.transfer.objective.Coral;
import org.snn4j.transfer.objective.CrossEntropy;
import org.snn4j.transfer.objective.Dann;
import org.snn4j.transfer.objective.Distillation;
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
import org.snn4j.transfer.train.TrainingSettings;

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

        section("pairing", PairSampler.class).orElse("per-recording").perPhase();
        slot(PairSampler.class)
                .add("per-recording", PerRecording.class)
                .add("per-image", PerImage.class)
                .add("class-balanced", ClassBalanced.class);

        settings("training", TrainingSettings.class).perPhase();
        phaseCollaborators(new Methods());

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
                .add("coral", Coral.class)
                .add("dann", Dann.class)
                .add("distillation", Distillation.class)
                .add("mag", Mag.class)
                .add("mrp", Mrp.class);
    }

    /** Puts streams, mixing and objectives together. */
    private static final class Methods extends AbstractModule {
        @Provides
        @Singleton
        TransferMethod method(
                @Named("streams") List<Stream> streams, Mixing mixing, Map<String, Objective> objectives) {
            return new ComposedTransfer(Set.copyOf(streams), mixing, objectives);
        }
    }
}
