package org.snn4j.data.cache;

/** Packed samples of one part of a data set, wherever they are kept; safe for several reading threads. */
public interface FrameStore {
    /** Number of samples. */
    int size();

    /** Memory or disk that the values take. */
    long bytes();

    /** Writes the values of a sample to {@code target} from {@code offset} on, {@code times} times in a row. */
    void read(int index, float[] target, int offset, int times);
}
