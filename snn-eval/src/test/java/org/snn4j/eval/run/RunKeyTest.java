package org.snn4j.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunKeyTest {
    @Test
    void folderIsExperimentVariantSeed() {
        assertThat(new RunKey("few-shot", "no mixing", 3).folder(Path.of("runs")))
                .isEqualTo(Path.of("runs/few-shot/no-mixing/seed-3"));
    }

    @Test
    void noNameLeavesTheFolderOfRuns() {
        assertThat(RunKey.folderName("..")).doesNotContain("..");
        assertThat(RunKey.folderName("../../etc")).doesNotContain("/").doesNotStartWith(".");
        assertThat(RunKey.folderName("a\\b:c*?")).isEqualTo("a-b-c-");
        assertThat(RunKey.folderName("tau=0.5")).isEqualTo("tau-0.5");
        assertThat(RunKey.folderName("größe")).isEqualTo("größe");
    }

    @Test
    void emptyNamesAreRefused() {
        assertThatThrownBy(() -> new RunKey("few-shot", " ", 1)).hasMessageContaining("variant name");
    }
}
