package org.snn4j.transfer.train;

import org.nd4j.linalg.api.buffer.DataType;

/** Floating-point type of a network and of everything computed with it. */
public enum Precision {
    /** 32 bits. */
    FLOAT(DataType.FLOAT),
    /** 64 bits, for checks. */
    DOUBLE(DataType.DOUBLE);

    private final DataType dataType;

    Precision(DataType dataType) {
        this.dataType = dataType;
    }

    /** ND4J's name of it. */
    public DataType dataType() {
        return dataType;
    }
}
