package org.snn4j.data.nd4j;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;

/** The order in which an iterator gives samples; immutable. */
@FunctionalInterface
public interface SampleOrder {
    /**
     * @param samples number of samples
     * @param epoch number of the pass, from 0
     * @return indices of samples
     */
    int[] of(int samples, int epoch);

    /** As they are in the source, in every pass. */
    static SampleOrder asStored() {
        return (samples, epoch) -> IntStream.range(0, samples).toArray();
    }

    /** Another order in each pass, from the stream {@code order <epoch>} of the seeds. */
    static SampleOrder shuffled(Seeds seeds) {
        Check.notNull(seeds, "seeds");
        return (samples, epoch) -> {
            RandomGenerator random = seeds.stream("order " + epoch);
            int[] order = IntStream.range(0, samples).toArray();
            for (int i = samples - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int other = order[j];
                order[j] = order[i];
                order[i] = other;
            }
            return order;
        };
    }
}
