package org.snn4j.core.kernel;

/**
 * Where the values of a heap array begin that vectors are loaded from.
 *
 * <p>Values lie 16 bytes behind the begin of an array's object. With {@code -XX:ObjectAlignmentInBytes=64}, which the launcher asks for, those from
 * {@link #FIRST} on are cut at the lines of the cache; vectors that cross two lines take twice as long to load.
 */
final class HeapAlignment {
    /** Index of the first value. */
    static final int FIRST = 12;

    private HeapAlignment() {}
}
