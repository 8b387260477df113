package org.snn4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.SampleComponents.Entropy;
import org.snn4j.core.config.SampleComponents.Leaky;
import org.snn4j.core.config.SampleComponents.Training;

class ExperimentReaderTest {
    private static final String SOUND =
            """
            cell: {use: leaky, tau: 3}
            objectives:
              target: {use: entropy}
              alignment: {use: alignment, weight: 0.25}
            """;

    @TempDir
    Path folder;

    @Test
    void whatAFileLeavesOutIsTheDefault() {
        EffectiveConfig config = single(SOUND);
        assertThat(config.shared().component("cell").orElseThrow().config()).contains(new Leaky.Config(3, 0.5, 4));
        assertThat(config.phase("train").settings("training", Training.class)).isEqualTo(Training.DEFAULTS);
        assertThat(config.phase("train").component("rate").orElseThrow().spec().name())
                .isEqualTo("constant");
        assertThat(config.shared().values("seeds", Long.class)).containsExactly(1L);
        assertThat(config.phase("train").components("objectives").keySet()).containsExactly("target", "alignment");
    }

    @Test
    void variantsStateOnlyTheirDifference() {
        Map<String, EffectiveConfig> variants = read(SOUND
                        + """
                variants:
                  full: {}
                  no alignment: {objectives.alignment: null}
                  other cell: {cell: {use: plain}}
                  other tau: {cell: {tau: 5}}
                """)
                .variants();
        assertThat(variants.keySet()).containsExactly("full", "no alignment", "other cell", "other tau");
        assertThat(variants.get("no alignment")
                        .phase("train")
                        .components("objectives")
                        .keySet())
                .containsExactly("target");
        assertThat(variants.get("other cell")
                        .shared()
                        .component("cell")
                        .orElseThrow()
                        .config())
                .isEmpty();
        assertThat(variants.get("other tau")
                        .shared()
                        .component("cell")
                        .orElseThrow()
                        .config())
                .contains(new Leaky.Config(5, 0.5, 4));
        assertThat(variants.get("full")).isEqualTo(single(SOUND));
    }

    @Test
    void anotherUseReplacesTheWholeComponent() {
        write("base.yaml", SOUND + "rate: {use: cosine, warm-up: 3}\n");
        EffectiveConfig config = single("extends: base.yaml\ncell: {use: everything, count: 3}\nrate: {use: cosine}\n");
        assertThat(config.shared().component("cell").orElseThrow().spec().name())
                .isEqualTo("everything");
        assertThat(YamlWriter.inline(config.tree().entries().get("rate"))).isEqualTo("{use: cosine, warm-up: 3}");
    }

    @Test
    void anotherUseThanTheUnwrittenOneReplacesToo() {
        write("base.yaml", SOUND + "rate: {}\n");
        EffectiveConfig config = single("extends: base.yaml\nrate: {use: cosine}\n");
        assertThat(config.phase("train").component("rate").orElseThrow().spec().name())
                .isEqualTo("cosine");
    }

    @Test
    void extendsIsRelativeToTheFileAndNamesAreNotInherited() {
        write("presets/base.yaml", "name: preset\n" + SOUND);
        write("presets/middle.yaml", "extends: base.yaml\ntraining.epochs: 3\n");
        ResolvedExperiment experiment = read("extends: presets/middle.yaml\ntraining: {batch: 8}\n");
        assertThat(experiment.name()).isEqualTo("file");
        assertThat(experiment.files()).hasSize(3);
        assertThat(experiment.variants().get("default").phase("train").settings("training", Training.class))
                .isEqualTo(new Training(3, 8, 1e-3));
    }

    @Test
    void variantsOfABaseAreInheritedAndCanBeRemovedAndExtended() {
        write("base.yaml", SOUND + "variants: {a: {cell.tau: 4}, b: {}}\n");
        Map<String, EffectiveConfig> variants =
                read("extends: base.yaml\nvariants: {b: null, a: {cell.steps: 9}, c: {}}\n")
                        .variants();
        assertThat(variants.keySet()).containsExactly("a", "c");
        assertThat(variants.get("a").shared().component("cell").orElseThrow().config())
                .contains(new Leaky.Config(4, 0.5, 9));
    }

    @Test
    void phasesOverrideWhatTheyMay() {
        EffectiveConfig config = single(
                SOUND
                        + """
                phases:
                  pretrain: {training.epochs: 2, objectives: {alignment: null, extra: {use: entropy, weight: 3}}}
                  finetune: {}
                """);
        assertThat(config.phases()).containsExactly("pretrain", "finetune");
        assertThat(config.phase("pretrain").settings("training", Training.class).epochs())
                .isEqualTo(2);
        assertThat(config.phase("pretrain").components("objectives").keySet()).containsExactly("target", "extra");
        assertThat(config.phase("finetune").components("objectives").keySet()).containsExactly("target", "alignment");
        assertThat(config.phase("finetune").settings("training", Training.class).epochs())
                .isEqualTo(40);
    }

    @Test
    void aSectionMayLiveInPhasesOnly() {
        EffectiveConfig config = single(
                "cell: {use: plain}\nphases: {one: {objectives: {a: {use: entropy}}}, two: {objectives: {b: {use: entropy}}}}\n");
        assertThat(config.phase("two").components("objectives").get("b").config())
                .contains(Entropy.Config.DEFAULTS);
    }

    @Test
    void overridesWinOverVariants() {
        ResolvedExperiment experiment = read(
                SOUND + "variants: {full: {}, quick: {training.epochs: 5}, none: {objectives.alignment: null}}\n",
                "training.epochs=1",
                "seeds=[4, 5]",
                "variants.quick.cell.tau=9",
                "objectives.alignment=");
        assertThat(experiment.variants().values()).allSatisfy(config -> {
            assertThat(config.phase("train")
                            .settings("training", Training.class)
                            .epochs())
                    .isEqualTo(1);
            assertThat(config.shared().values("seeds", Long.class)).containsExactly(4L, 5L);
            assertThat(config.phase("train").components("objectives").keySet()).containsExactly("target");
        });
        assertThat(experiment
                        .variants()
                        .get("quick")
                        .shared()
                        .component("cell")
                        .orElseThrow()
                        .config())
                .contains(new Leaky.Config(9, 0.5, 4));
    }

    @Test
    void fiveMistakesAreReportedInOneAnswer() {
        assertThat(
                        problems(
                                """
                cell: {use: leaky, tua: 2.0, steps: many}
                objectives:
                  target: {use: entrpy}
                training: {epochs: 0}
                nosuch: 1
                """))
                .containsExactlyInAnyOrder(
                        "cell: unknown key 'tua' for leaky; known: tau, decay-factor, steps; did you mean 'tau'? (file.yaml, line 1)",
                        "cell.steps: expected integer, found text 'many' (file.yaml, line 1)",
                        "objectives.target.use: unknown name 'entrpy'; known: alignment, entropy; did you mean 'entropy'? (file.yaml, line 3)",
                        "training.epochs: epochs is 0, must be at least 1 (file.yaml, line 4)",
                        "nosuch: unknown section; known: cell, extends, name, objectives, phases, rate, seeds, table, training, variants (file.yaml, line 5)");
    }

    @Test
    void problemsOfAVariantNameTheVariantAndProblemsOfTheBaseCountOnce() {
        assertThat(
                        problems(
                                SOUND.replace("0.25", "heavy")
                                        + """
                variants:
                  full: {}
                  plif: {cell: {tua: 4}}
                  fast: {training.batch: 0}
                """))
                .containsExactlyInAnyOrder(
                        "objectives.alignment.weight: expected number, found text 'heavy' (file.yaml, line 4)",
                        "variants.plif.cell: unknown key 'tua' for leaky; known: tau, decay-factor, steps; did you mean 'tau'? (file.yaml, line 7)",
                        "variants.fast.training.batch: batch is 0, must be at least 1 (file.yaml, line 8)");
    }

    @Test
    void problemsOfABaseNameItsFile() {
        write("base.yaml", "\ncell: {use: leaky, tau: 0.5}\nobjectives: {}\n");
        assertThat(problems("extends: base.yaml\n"))
                .containsExactly("cell.tau: tau is 0.5, must be greater than 1.0 (base.yaml, line 2)");
    }

    @Test
    void severalValuesOutOfRangeInOneRecordAreAllReported() {
        assertThat(problems("cell: {use: leaky, tau: 0, decay-factor: 2, steps: 0}\nobjectives: {}\n"))
                .hasSize(3);
        assertThat(problems("cell: {use: plain}\nobjectives: {}\ntraining: {learning-rate: -1, epochs: two}\n"))
                .containsExactly(
                        "training.epochs: expected integer, found text 'two' (file.yaml, line 3)",
                        "training.learning-rate: learning rate is -1.0, must be greater than 0.0 (file.yaml, line 3)");
    }

    @Test
    void theRangeOfAWholeRecordIsReportedAtTheRecord() {
        assertThat(problems("cell: {use: everything, range: {low: 5}}\nobjectives: {}\n"))
                .containsExactly("cell.range: range is empty: low 5.0, high 2.0 (file.yaml, line 1)");
    }

    @Test
    void wrongTypesAreNamedWithWhatWasExpected() {
        assertThat(
                        problems(
                                """
                cell: {use: everything, count: 1.5, ratio: [1], exact: yes, label: 5, order: by-nmber, limit: x, weights: 3, orders: [by-time, by-time],
                  sizes: {a: b}, range: 3}
                objectives: {}
                """))
                .extracting(line -> line.replaceAll(" \\(file.*", ""))
                .containsExactly(
                        "cell.count: expected integer, found number 1.5",
                        "cell.ratio: expected number, found a list",
                        "cell.exact: expected true or false, found text 'yes'",
                        "cell.label: expected text, found number 5; put it in quotes if a text is meant",
                        "cell.order: unknown value 'by-nmber'; known: by-number, by-time; did you mean 'by-number'?",
                        "cell.limit: expected integer, found text 'x'",
                        "cell.weights: expected list of number, found number 3; a list is written [a, b]",
                        "cell.orders: an item stands twice in [by-time, by-time]",
                        "cell.sizes.a: expected integer, found text 'b'",
                        "cell.range: expected mapping with low, high, found number 3");
    }

    @Test
    void integersThatDoNotFitAreRefused() {
        assertThat(problems("cell: {use: leaky, steps: 3000000000}\nobjectives: {}\n"))
                .containsExactly("cell.steps: expected integer, found number 3000000000 (file.yaml, line 1)");
    }

    @Test
    void missingPartsAreNamed() {
        assertThat(problems("objectives: {a: {weight: 1}}\ntable: {expected: [{value: 1}]}\n"))
                .containsExactlyInAnyOrder(
                        "cell: the section is missing; known: everything, leaky, plain (file.yaml)",
                        "objectives.a: 'use' is missing; known: alignment, entropy (file.yaml, line 1)",
                        "table.expected[0]: 'row' is missing; expected text (file.yaml, line 2)");
    }

    @Test
    void componentsMustBeMappings() {
        assertThat(problems("cell: leaky\nobjectives: {a: entropy}\n"))
                .containsExactly(
                        "cell: expected a mapping with 'use', found text 'leaky' (file.yaml, line 1)",
                        "objectives.a: expected a mapping with 'use', found text 'entropy' (file.yaml, line 2)");
    }

    @Test
    void aKeyForAComponentWithoutParametersIsUnknown() {
        assertThat(problems("cell: {use: plain, tau: 2}\nobjectives: {}\n"))
                .containsExactly("cell: unknown key 'tau' for plain; known: none (file.yaml, line 1)");
    }

    @Test
    void removingWhatIsNotThereIsAProblem() {
        assertThat(problems(SOUND + "variants: {x: {objectives.alignmnt: null}}\n"))
                .containsExactly(
                        "variants.x.objectives.alignmnt: there is nothing to remove; known: target, alignment; did you mean 'alignment'? (file.yaml, line 5)");
        assertThat(problems(SOUND + "variants: {x: null}\nphases: {y: null}\n")).hasSize(2);
    }

    @Test
    void phasesCannotChangeTheNetwork() {
        assertThat(problems(SOUND + "phases: {a: {cell: {use: plain}}}\n"))
                .containsExactly(
                        "phases.a.cell: a phase cannot change this; it can change: objectives, rate, training (file.yaml, line 5)");
    }

    @Test
    void variantsAndPhasesCannotBeNestedOrNamedLikePaths() {
        assertThat(problems(SOUND + "variants: {'a/b': {}, c: {variants: {}}}\nphases: {d: {phases: {}}, '..': {}}\n"))
                .hasSize(4);
        assertThat(problems(SOUND + "variants: [a]\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("expected a mapping of names");
    }

    @Test
    void aCycleNamesItsFiles() {
        write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "extends: ./a.yaml\n");
        assertThat(problems("extends: a.yaml\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "extends: the files extend each other in a cycle: a.yaml -> b.yaml -> a.yaml (b.yaml, line 1)");
        assertThat(problems("extends: file.yaml\n")).first().asString().contains("cycle: file.yaml -> file.yaml");
    }

    @Test
    void aMissingBaseIsNamedWhereItIsExtended() {
        assertThat(problems("\nextends: none.yaml\n"))
                .containsExactly("extends: there is no file 'none.yaml' (file.yaml, line 2)");
        assertThat(problems("extends: 3\n"))
                .containsExactly("extends: expected the path of a file, found number 3 (file.yaml, line 1)");
    }

    @Test
    void badOverridesAreNamed() {
        assertThat(problems(SOUND, "cell.tau", "cell.tua=3", "training.epochs=[", "phases={}"))
                .isNotEmpty();
        assertThat(problems(SOUND, "cell.tua=3"))
                .containsExactly(
                        "cell: unknown key 'tua' for leaky; known: tau, decay-factor, steps; did you mean 'tau'? (--set cell.tua=3)");
        assertThat(problems(SOUND, "cell.tau")).containsExactly("cell.tau: expected key=value (--set cell.tau)");
        assertThat(problems(SOUND, "training.epochs=0"))
                .containsExactly("training.epochs: epochs is 0, must be at least 1 (--set training.epochs=0)");
    }

    @Test
    void dottedAndNestedFormsOfOneKeyContradict() {
        assertThat(problems(SOUND + "variants: {a: {training: {epochs: 3}, training.batch: 4, training.epochs: 5}}\n"))
                .containsExactly(
                        "variants.a.training.epochs: the key stands twice, first in line 5 (file.yaml, line 5)");
    }

    private ResolvedExperiment read(String text, String... overrides) {
        write("file.yaml", text);
        return new ExperimentReader(SampleComponents.catalogue()).read(folder.resolve("file.yaml"), List.of(overrides));
    }

    private EffectiveConfig single(String text) {
        return read(text).variants().get(ResolvedExperiment.ONLY_VARIANT);
    }

    private List<String> problems(String text, String... overrides) {
        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> read(text, overrides));
        assertThat(thrown).isNotNull();
        return thrown.problems().stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
