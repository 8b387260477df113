package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.eval.bench.BenchReport;
import org.snn4j.eval.bench.PeakMemory;
import org.snn4j.eval.bench.Spread;
import org.snn4j.transfer.train.StepPart;

/** What was measured, for a screen. */
final class BenchText {
    private static final double MEBIBYTE = 1 << 20;
    private static final List<String> OPERATIONS =
            List.of(KernelListener.FORWARD, KernelListener.WEIGHT_GRADIENT, KernelListener.INPUT_GRADIENT);
    private static final Map<StepPart, String> PARTS = Map.of(
            StepPart.WAITING, "waiting for data",
            StepPart.INPUT, "copying data to the network",
            StepPart.FORWARD, "forward",
            StepPart.OBJECTIVES, "objectives",
            StepPart.BACKWARD, "backward",
            StepPart.UPDATE, "optimizer");

    private final BenchReport report;
    private final List<String> lines = new ArrayList<>();

    private BenchText(BenchReport report) {
        this.report = report;
    }

    /** Lines of at most {@value Paragraphs#WIDTH} columns. */
    static List<String> lines(BenchReport report) {
        BenchText text = new BenchText(report);
        text.subject();
        text.totals();
        text.parts();
        text.layers();
        return List.copyOf(text.lines);
    }

    private void add(String line) {
        lines.addAll(Paragraphs.wrap(line, 2));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void subject() {
        BenchReport.Subject subject = report.subject();
        add(subject.experiment() + ", variant " + subject.variant() + ", phase " + subject.phase() + ", seed "
                + subject.seed() + ", data " + subject.data() + (subject.simulated() ? " (SIMULATED)" : ""));
        add(format(
                "batch %d, %d time steps, streams %s, %,d parameters",
                subject.batch(), subject.timeSteps(), String.join(" and ", subject.streams()), subject.parameters()));
        add(format(
                "kernels %s (%s), %d threads, Java %s",
                report.computing().kernels(),
                report.computing().description(),
                report.computing().threads(),
                report.machine().java()));
        add(format("%d steps measured after %d to warm up", subject.steps(), subject.warmUp()));
        lines.add("");
    }

    private void totals() {
        add("training step  " + text(report.step()) + format(", %.1f samples/s", report.samplesPerSecond()));
        add("scoring batch  " + text(report.inference()) + format(", %.1f samples/s", report.inferencePerSecond()));
        PeakMemory memory = report.memory();
        String resident = memory.resident() == 0 ? "" : format("process %.0f MiB, ", memory.resident() / MEBIBYTE);
        add("most memory    " + resident
                + format("heap %.0f MiB; planned %.0f MiB", memory.heap() / MEBIBYTE, memory.planned() / MEBIBYTE));
        lines.add("");
    }

    private static String text(Spread times) {
        return format("%.1f ms (%.1f to %.1f)", times.median(), times.least(), times.most());
    }

    private void parts() {
        double total = PARTS.keySet().stream().mapToDouble(this::part).sum();
        lines.add(format("%-34s%8s%8s", "part of a step", "ms", "%"));
        for (StepPart part : StepPart.values()) {
            if (PARTS.containsKey(part)) {
                lines.add(format("%-34s%8.2f%8.1f", PARTS.get(part), part(part), 100 * part(part) / total));
            }
        }
        lines.add(format("%-34s%8.2f%8s", "preparing data, on another thread", part(StepPart.PREPARATION), "beside"));
        lines.add("");
    }

    private double part(StepPart part) {
        return report.parts().getOrDefault(part.name().toLowerCase(Locale.ROOT), 0.0);
    }

    private void layers() {
        double total = part(StepPart.FORWARD) + part(StepPart.BACKWARD);
        lines.add(format("%-14s%9s%9s%7s%8s  %s", "layer", "forward", "backward", "", "spikes", "kernels:"));
        lines.add(format("%-14s%9s%9s%7s%8s  %s", "", "ms", "ms", "%", "%", "forward|weights|input"));
        for (BenchReport.Layer layer : report.layers()) {
            String numbers = format(
                    "%-14s%9.2f%9.2f%7.1f%8s  ",
                    shortened(layer.name()),
                    layer.forward(),
                    layer.backward(),
                    100 * (layer.forward() + layer.backward()) / total,
                    rates(layer));
            List<String> work = layer.doneBy() == null ? kernels(layer.kernels()) : doneBy(layer.doneBy());
            addInColumns(numbers, work);
        }
        double forward = part(StepPart.FORWARD)
                - report.layers().stream()
                        .mapToDouble(BenchReport.Layer::forward)
                        .sum();
        double backward = part(StepPart.BACKWARD)
                - report.layers().stream()
                        .mapToDouble(BenchReport.Layer::backward)
                        .sum();
        lines.add(format("%-14s%9.2f%9.2f%7.1f", "(between)", forward, backward, 100 * (forward + backward) / total));
    }

    private static String shortened(String name) {
        return name.length() <= 13 ? name : name.substring(0, 12) + "~";
    }

    /** Of the streams one behind the other. */
    private static String rates(BenchReport.Layer layer) {
        return layer.spikeRates().values().stream()
                .map(rate -> format(layer.spikeRates().size() == 1 ? "%.1f" : "%.0f", 100 * rate))
                .collect(Collectors.joining("/"));
    }

    /** As many parts behind the front as fit the screen, the others below. */
    private void addInColumns(String front, List<String> parts) {
        StringBuilder line = new StringBuilder(front);
        for (String part : parts) {
            if (line.length() > front.length() && line.length() + part.length() > Paragraphs.WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(front.length()));
            }
            line.append(part);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** The time is in that of the layer in front. */
    private static List<String> doneBy(String layer) {
        return List.of("by ", shortened(layer), ", above");
    }

    /** Kernels of an operation with + between them, operations with |, in parts that stay whole. */
    private static List<String> kernels(Map<String, List<BenchReport.KernelShare>> kernels) {
        List<String> parts = new ArrayList<>();
        for (String operation : OPERATIONS) {
            String between = parts.isEmpty() ? "" : "|";
            for (BenchReport.KernelShare share : kernels.getOrDefault(operation, List.of())) {
                parts.add(between + kernel(share));
                between = "+";
            }
        }
        return parts;
    }

    private static String kernel(BenchReport.KernelShare share) {
        return share.kernel() + (share.density() == null ? "" : format(" %.0f%%", 100 * share.density()));
    }
}
