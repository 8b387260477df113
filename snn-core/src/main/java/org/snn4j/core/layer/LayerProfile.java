package org.snn4j.core.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.snn4j.core.kernel.KernelListener;

/**
 * Adds up for each layer of a network what its passes took and which kernels they were given. Two looks at a clock per layer and pass; not safe for
 * several threads, nor for several networks at a time.
 */
public final class LayerProfile implements LayerListener, KernelListener {
    private final LongSupplier clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private Tally current;
    private long begin;

    /**
     * What one layer did since the last {@link #reset}.
     *
     * @param forward nanoseconds in forward passes
     * @param backward nanoseconds in backward passes
     * @param kernels by operation and kernel; empty if its kernels do not depend on the input
     */
    public record Entry(long forward, long backward, Map<String, Map<String, Use>> kernels) {}

    /**
     * How often a kernel was chosen for an operation.
     *
     * @param count times
     * @param density mean measured density at these times; NaN if it was never measured
     */
    public record Use(long count, double density) {}

    public LayerProfile() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds from any origin */
    LayerProfile(LongSupplier clock) {
        this.clock = clock;
    }

    /** Forgets everything so far. */
    public void reset() {
        tallies.clear();
        current = null;
    }

    /** Layers in the order of their first work. */
    public Map<String, Entry> layers() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        tallies.forEach((layer, tally) -> entries.put(layer, tally.entry()));
        return Collections.unmodifiableMap(entries);
    }

    @Override
    public void began(String layer, Direction direction) {
        current = tallies.computeIfAbsent(layer, name -> new Tally());
        begin = clock.getAsLong();
    }

    @Override
    public void ended(String layer, Direction direction) {
        long time = clock.getAsLong() - begin;
        if (direction == Direction.FORWARD) {
            current.forward += time;
        } else {
            current.backward += time;
        }
        current = null;
    }

    /** What is chosen outside of any layer belongs to none and is left out. */
    @Override
    public void chosen(String operation, String kernel, double density) {
        if (current != null) {
            current.kernels
                    .computeIfAbsent(operation, name -> new LinkedHashMap<>())
                    .computeIfAbsent(kernel, name -> new Choices())
                    .add(density);
        }
    }

    private static final class Tally {
        private long forward;
        private long backward;
        private final Map<String, Map<String, Choices>> kernels = new LinkedHashMap<>();

        Entry entry() {
            Map<String, Map<String, Use>> uses = new LinkedHashMap<>();
            kernels.forEach((operation, byKernel) -> {
                Map<String, Use> use = new LinkedHashMap<>();
                byKernel.forEach((kernel, choices) -> use.put(kernel, choices.use()));
                uses.put(operation, Collections.unmodifiableMap(use));
            });
            return new Entry(forward, backward, Collections.unmodifiableMap(uses));
        }
    }

    private static final class Choices {
        private long count;
        private long measured;
        private double sum;

        void add(double density) {
            count++;
            if (!Double.isNaN(density)) {
                measured++;
                sum += density;
            }
        }

        Use use() {
            return new Use(count, measured == 0 ? Double.NaN : sum / measured);
        }
    }
}
