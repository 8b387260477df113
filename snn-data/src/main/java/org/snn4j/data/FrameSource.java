package org.snn4j.data;

import java.util.List;

/** A fixed list of labelled samples as frames [T, C, H, W]; safe for several reading threads. */
public interface FrameSource {
    /** Number of samples. */
    int size();

    /** Shape of every sample. */
    FrameShape shape();

    /** Class names, by label; the same list for both streams of a data set. */
    List<String> classes();

    /** Class of a sample, in [0, classes).  */
    int label(int index);

    /** What a person would call the sample, for instance {@code Train/5/00001.bin}. */
    String id(int index);

    /** True if the samples lie in files, from which the system reads what is asked for; false if they lie in the heap. */
    default boolean inFiles() {
        return false;
    }

    /** Writes the sample as [T, C, H, W] in row-major order to {@code target} from {@code offset} on. */
    void read(int index, float[] target, int offset);
}
