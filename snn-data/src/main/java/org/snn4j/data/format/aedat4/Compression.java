package org.snn4j.data.format.aedat4;

/** Compression of packets, in the order of its numbers in files. The high variants are written with more effort and read alike. */
public enum Compression {
    NONE,
    LZ4,
    LZ4_HIGH,
    ZSTD,
    ZSTD_HIGH
}
