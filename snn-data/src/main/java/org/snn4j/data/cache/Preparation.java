package org.snn4j.data.cache;

import java.util.List;
import java.util.stream.IntStream;

/** Makes the frames of the samples of one part. */
@FunctionalInterface
public interface Preparation {
    /** Receives the frames of a sample. */
    @FunctionalInterface
    interface Sink {
        /** @param index index of the sample   @param values its frames, which may be changed afterwards */
        void accept(int index, float[] values);
    }

    /**
     * Gives the sink every sample of a group once; called from several threads, for different groups.
     *
     * @param group indices of samples
     */
    void encode(int[] group, Sink sink);

    /** Called when all are made; throws what it has to throw if they must not be kept. */
    default void finish() {}

    /** Groups of one sample each. */
    static List<int[]> single(int samples) {
        return IntStream.range(0, samples).mapToObj(i -> new int[] {i}).toList();
    }
}
