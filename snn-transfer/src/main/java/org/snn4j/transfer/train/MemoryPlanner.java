package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.snn4j.core.Check;
import org.snn4j.core.Stream;
import org.snn4j.core.network.NetworkMemory;
import org.snn4j.core.network.SignalKey;
import org.snn4j.data.FrameShape;

/** Works out the memory of a training job, and which batch would fit. Needs neither data nor, for the network, more than an outline. */
public final class MemoryPlanner {
    /** Batches in the heap at a time. */
    private static final int BATCHES = 2;

    private final List<Phase> phases;
    private final FrameShape images;
    private final FrameShape recordings;
    private final Consumer<Set<SignalKey>> observe;
    private final NetworkSize network;
    private final JavaMemory java;

    /** Memory of a network; {@code Network} and {@code NetworkOutline} have such a method. */
    @FunctionalInterface
    public interface NetworkSize {
        /** Of a training step with so many streams and samples, and so many optimizer values for each parameter. */
        NetworkMemory memory(int streams, int samples, int optimizerStates);
    }

    /**
     * @param images frames of the images, the source stream
     * @param recordings frames of the recordings, the target stream
     * @param observe tells the network which signals a phase reads
     */
    public MemoryPlanner(
            List<Phase> phases,
            FrameShape images,
            FrameShape recordings,
            Consumer<Set<SignalKey>> observe,
            NetworkSize network,
            JavaMemory java) {
        this.phases = List.copyOf(phases);
        this.images = Check.notNull(images, "frames of images");
        this.recordings = Check.notNull(recordings, "frames of recordings");
        this.observe = Check.notNull(observe, "observe");
        this.network = Check.notNull(network, "network");
        this.java = Check.notNull(java, "java");
    }

    /** The plan of the phase that takes most. */
    public MemoryPlan plan() {
        return phases.stream()
                .map(phase -> plan(phase, phase.settings().batch()))
                .max(Comparator.comparingLong(MemoryPlan::total))
                .orElseThrow();
    }

    private MemoryPlan plan(Phase phase, int batch) {
        observe.accept(phase.method().reads());
        Set<Stream> streams = Set.copyOf(phase.method().streams());
        long values = 0;
        // Scoring has an array of its own, for recordings.
        long largest = recordings.length();
        for (Stream stream : streams) {
            int length = (stream == Stream.SOURCE ? images : recordings).length();
            values += length;
            largest = Math.max(largest, length);
        }
        long bytes = (long) batch * phase.settings().precision().dataType().width();
        int states = phase.optimizer().statesPerValue();
        return new MemoryPlan(
                recordings.steps(),
                streams.size(),
                batch,
                network.memory(streams.size(), batch, states),
                (values + recordings.length()) * bytes,
                largest * bytes,
                values * batch * Float.BYTES * BATCHES,
                java);
    }

    /** A problem for each phase whose batch does not fit, with the largest that does. */
    public List<String> problems(MemoryBudget budget) {
        return List.copyOf(problemsByPhase(budget).values());
    }

    /** The same, for the phases that have one. */
    Map<Phase, String> problemsByPhase(MemoryBudget budget) {
        Map<Phase, String> problems = new LinkedHashMap<>();
        for (Phase phase : phases) {
            MemoryPlan plan = plan(phase, phase.settings().batch());
            if (!fits(plan, budget)) {
                problems.put(phase, JobOutline.path(phases, phase) + "training.batch: " + problem(phase, plan, budget));
            }
        }
        return problems;
    }

    private String problem(Phase phase, MemoryPlan plan, MemoryBudget budget) {
        List<String> needs = new ArrayList<>();
        if (plan.offHeap() > budget.offHeap()) {
            needs.add(need(plan.offHeap(), "off-heap memory", budget.offHeap()));
        }
        if (plan.heldHeap() > budget.heap()) {
            needs.add(need(plan.heldHeap(), "Java's heap", budget.heap()));
        }
        if (!plan.fitsArrays()) {
            needs.add(largestArray(plan));
        }
        int fits = largest(phase, budget);
        return plan.batch() + " pairs of " + plan.streams() + (plan.streams() == 1 ? " stream" : " streams") + " need "
                + String.join(" and ", needs)
                + (fits == 0 ? "; not even a batch of 1 fits" : "; the largest batch that fits is " + fits);
    }

    private static String need(long bytes, String where, long free) {
        return "about " + MemoryBudget.text(bytes) + " of " + where + ", where " + MemoryBudget.text(free)
                + " are free";
    }

    private static String largestArray(MemoryPlan plan) {
        boolean frames = plan.largestFrames() > FrameBuffers.LARGEST;
        return "a single array of "
                + MemoryBudget.text(
                        frames ? plan.largestFrames() : plan.network().largest())
                + ", where "
                + MemoryBudget.text(
                        frames ? FrameBuffers.LARGEST : plan.network().largestAllowed())
                + " are the most";
    }

    private static boolean fits(MemoryPlan plan, MemoryBudget budget) {
        return plan.offHeap() <= budget.offHeap() && plan.heldHeap() <= budget.heap() && plan.fitsArrays();
    }

    /** By bisection: memory grows with the batch. */
    private int largest(Phase phase, MemoryBudget budget) {
        int fits = 0;
        int tooLarge = phase.settings().batch();
        while (tooLarge - fits > 1) {
            int middle = fits + (tooLarge - fits) / 2;
            if (fits(plan(phase, middle), budget)) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }
}
