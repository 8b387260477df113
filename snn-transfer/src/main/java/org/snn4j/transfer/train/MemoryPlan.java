package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.network.NetworkMemory;

/**
 * Memory of a process that trains, by part, before it does.
 *
 * @param steps T
 * @param streams streams of a batch
 * @param batch samples of each stream
 * @param network the network's part
 * @param frames bytes of the frames given to the network, in training and in scoring
 * @param java what the Java machine adds
 */
public record MemoryPlan(int steps, int streams, int batch, NetworkMemory network, long frames, JavaMemory java) {
    /** Parts below this many bytes are not worth a word. */
    private static final long MENTIONED = 1L << 17;

    /** Bytes off the heap. */
    public long offHeap() {
        return network.offHeap() + frames;
    }

    /** Bytes of the heap. */
    public long heap() {
        return java.young() + java.data() + network.kernels();
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
        add(parts, "frames", frames);
        add(parts, "objectives", network.objectives());
        add(parts, "parameters and optimizer", network.parameters());
        add(parts, java.data() == 0 ? "Java heap without data" : "Java heap", heap());
        add(parts, "program", java.program());
        String samples = streams == 1 ? "batch " + batch : streams + " streams, batch " + batch;
        return "about " + MemoryBudget.text(total()) + " at T=" + steps + ", " + samples + ": "
                + String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, long bytes) {
        if (bytes >= MENTIONED) {
            parts.add(name + " " + MemoryBudget.text(bytes));
        }
    }
}
