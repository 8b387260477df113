package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snn4j.core.network.NetworkMemory;

/**
 * Memory of a process that trains, by part, before it does.
 *
 * @param steps T
 * @param streams streams of a batch
 * @param batch samples of each stream
 * @param network the network's part
 * @param frames bytes of the frames given to the network, in training and in scoring
 * @param largestFrames bytes of the largest array of frames
 * @param batches bytes of the batches in the heap: the one that is trained on and the one that is prepared meanwhile
 * @param java what the Java machine adds
 */
public record MemoryPlan(
        int steps,
        int streams,
        int batch,
        NetworkMemory network,
        long frames,
        long largestFrames,
        long batches,
        JavaMemory java) {
    /** Parts below this many bytes are not worth a word. */
    private static final long MENTIONED = 1L << 17;

    /** Bytes off the heap. */
    public long offHeap() {
        return network.offHeap() + frames;
    }

    /** Bytes of the heap. */
    public long heap() {
        return Math.max(java.young(), batches) + java.data() + network.kernels().heap();
    }

    /** Bytes of the heap that are in use from one step to the next. */
    long heldHeap() {
        return batches + java.data() + network.kernels().heap();
    }

    /** True if every array can be had in one piece. */
    boolean fitsArrays() {
        return network.largest() <= network.largestAllowed() && largestFrames <= FrameBuffers.LARGEST;
    }

    /** Bytes of the process. */
    public long total() {
        return offHeap() + heap() + java.program();
    }

    /** One line for people, such as {@code about 1.2 GiB at T=10, batch 16: ...}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "layers' arrays", network.arrays());
        add(parts, "packed inputs", network.packed());
        add(parts, "kernels", network.kernels().offHeap());
        add(parts, "frames", frames);
        add(parts, "objectives", network.objectives());
        add(parts, "parameters and optimizer", network.parameters());
        add(parts, java.data() == 0 ? "Java heap without data" : "Java heap", heap());
        add(parts, "program", java.program());
        String samples = streams == 1 ? "batch " + batch : streams + " streams, batch " + batch;
        return "about " + MemoryBudget.text(total()) + " at T=" + steps + ", " + samples + ": "
                + String.join(", ", parts);
    }

    /** Not more than half a line, such as {@code about 347 MiB (arrays 9, Java heap 138, program 200)}. */
    public String summary() {
        boolean large = total() >= MemoryBudget.GIBIBYTE;
        String number = large ? "%.1f" : "%.0f";
        String pattern = "about " + number + (large ? " GiB" : " MiB") + " (arrays " + number + ", Java heap " + number
                + ", program " + number + ")";
        double unit = large ? MemoryBudget.GIBIBYTE : MemoryBudget.MEBIBYTE;
        return String.format(
                Locale.ROOT, pattern, total() / unit, offHeap() / unit, heap() / unit, java.program() / unit);
    }

    private static void add(List<String> parts, String name, long bytes) {
        if (bytes >= MENTIONED) {
            parts.add(name + " " + MemoryBudget.text(bytes));
        }
    }
}
