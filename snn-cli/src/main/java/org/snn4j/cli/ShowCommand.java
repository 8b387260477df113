package org.snn4j.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ResolvedExperiment;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.eval.experiment.Experiment;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunMemory;
import org.snn4j.eval.experiment.TrainingRun;
import org.snn4j.eval.experiment.VariantChecks;
import org.snn4j.eval.inject.InjectedAssembly;
import org.snn4j.transfer.train.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what an experiment file would wire, without touching data. */
@Command(
        name = "show",
        description = {
            "Show what a file would wire, per variant.",
            "The first variant is shown whole, the others by their differences. Every",
            "mistake of the file is reported at once."
        })
final class ShowCommand implements Runnable {
    private static final String NOTHING = "(nothing)";
    private static final int CONTINUATION = 4;
    private static final int SHOWN_DIGITS = 12;

    @Spec
    private CommandSpec spec;

    @Option(names = "--full", description = "Show every variant whole.")
    private boolean full;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public void run() {
        Plugins plugins = options.load();
        ResolvedExperiment experiment = options.read(plugins);
        Map<String, List<String>> memory = memory(Experiment.of(experiment), plugins);
        print("experiment " + experiment.name() + ": " + experiment.variants().size() + " variants");
        experiment.files().stream().skip(1).forEach(base -> print("extends " + base));
        Map<String, String> first = null;
        List<String> firstMemory = List.of();
        for (Map.Entry<String, EffectiveConfig> variant : experiment.variants().entrySet()) {
            Map<String, String> values = FlatTree.of(variant.getValue().tree());
            print("");
            print("variant " + variant.getKey() + "  (identity "
                    + variant.getValue().identity().substring(0, SHOWN_DIGITS) + ")");
            if (first == null || full) {
                FlatTree.sections(variant.getValue().tree()).forEach((key, value) -> print("  " + key + ": " + value));
                variant.getValue()
                        .shared()
                        .component("data")
                        .flatMap(data -> DatasetCards.find(data.spec().name()))
                        .ifPresent(card -> print("  data set: " + card.title() + ", licence "
                                + card.licence().text()));
            } else {
                differences(first, values).forEach(line -> print("  " + line));
            }
            List<String> taken = memory.getOrDefault(variant.getKey(), List.of());
            if (first == null || full || !taken.equals(firstMemory)) {
                taken.forEach(line -> print("  " + line));
            }
            firstMemory = first == null ? taken : firstMemory;
            first = first == null ? values : first;
        }
    }

    /** What each variant takes and why that does not fit, if it does not; all that if nothing else is wrong with any. */
    private static Map<String, List<String>> memory(Experiment experiment, Plugins plugins) {
        TrainingRun work = new TrainingRun(
                new InjectedAssembly(plugins),
                Optional.empty(),
                KernelRequest.ofProperties(),
                new StopSignal(),
                Clock.systemUTC());
        List<String> problems = VariantChecks.problems(experiment.runs(), work::check);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        Map<String, List<String>> memory = new LinkedHashMap<>();
        for (PlannedRun run : experiment.runs()) {
            memory.computeIfAbsent(run.key().variant(), variant -> lines(work.memory(run)));
        }
        return memory;
    }

    private static List<String> lines(RunMemory memory) {
        List<String> lines = new ArrayList<>();
        memory.plan().ifPresent(plan -> lines.add("memory: " + plan.text()));
        memory.problems().forEach(problem -> lines.add("does not fit: " + problem));
        return lines;
    }

    private static List<String> differences(Map<String, String> base, Map<String, String> values) {
        Set<String> keys = new LinkedHashSet<>(base.keySet());
        keys.addAll(values.keySet());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            String before = base.getOrDefault(key, NOTHING);
            String after = values.getOrDefault(key, NOTHING);
            if (!before.equals(after)) {
                lines.add(key + ": " + after + "  (first variant: " + before + ")");
            }
        }
        return lines.isEmpty() ? List.of("as the first variant") : lines;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
    }
}
