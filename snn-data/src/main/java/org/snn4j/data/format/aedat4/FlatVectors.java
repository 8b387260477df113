package org.snn4j.data.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The beginning of a size-prefixed FlatBuffer whose root has one field, a vector. */
final class FlatVectors {
    /** Position of the first element. */
    static final int FIRST = 32;

    private FlatVectors() {}

    /** Writes the first {@link #FIRST} bytes of a buffer with so many elements and so many bytes in all. */
    static void head(ByteBuffer bytes, String identifier, int elements, int size) {
        bytes.putInt(0, size - 4).putInt(4, 16).put(8, identifier.getBytes(StandardCharsets.ISO_8859_1));
        bytes.putShort(12, (short) 0)
                .putShort(14, (short) 6)
                .putShort(16, (short) 8)
                .putShort(18, (short) 4);
        bytes.putInt(20, 6).putInt(24, 4).putInt(28, elements);
    }
}
