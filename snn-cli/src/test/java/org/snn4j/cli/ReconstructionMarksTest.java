package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.core.config.ExperimentReader;
import org.snn4j.core.inject.Plugins;
import org.snn4j.eval.experiment.Experiment;

/** A row that uses a component which is known as a reconstruction says so, without the file naming it. */
class ReconstructionMarksTest {
    @Test
    void rowsOfReconstructedComponentsAreMarkedAndOthersAreNot() {
        Map<String, String> marks = marks("experiments/demo.yaml");
        assertThat(marks).containsOnlyKeys("tmkt");
        assertThat(marks.get("tmkt")).isEqualTo("parts of mag, mrp, time-step-mixup are our choice");
    }

    private static Map<String, String> marks(String file) {
        Path path = Repository.root().resolve(file);
        return Experiment.of(new ExperimentReader(Plugins.load().catalogue()).read(path, List.of()))
                .tablePlan()
                .reconstructions();
    }
}
