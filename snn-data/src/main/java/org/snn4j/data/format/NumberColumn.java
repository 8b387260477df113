package org.snn4j.data.format;

import java.io.IOException;

/** A column of whole numbers in a file, read piece by piece; for one thread. */
public interface NumberColumn {
    /** Its name in the file. */
    String name();

    /** Number of numbers. */
    long size();

    /** Where in the file it is described or begins. */
    long position();

    /** Where in the file a number is, as well as that can be said. */
    default long position(long index) {
        return position();
    }

    /** Most numbers that can be read at once. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /**
     * Reads numbers.
     *
     * @param from index of the first
     * @param count how many, all of them before {@link #size}
     * @param into receives them from index 0; {@link NumberType#NOT_WHOLE} for those that are not whole
     * @throws org.snn4j.data.DataFormatException if the file is damaged
     */
    void read(long from, int count, long[] into) throws IOException;
}
