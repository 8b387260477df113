package org.snn4j.data;

import java.nio.file.Path;
import org.snn4j.core.Check;

/** A file that is not what it should be: where, what was found, what was expected. */
public class DataFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long offset;

    /**
     * @param file the file as the reader was given it
     * @param offset position of the first wrong byte, from 0
     * @param found what stands there
     * @param expected what should stand there
     */
    public DataFormatException(Path file, long offset, String found, String expected) {
        super(file + ", byte " + offset + ": found " + found + ", expected " + expected);
        this.file = Check.notNull(file, "file");
        this.offset = offset;
    }

    /** The file as the reader was given it. */
    public Path file() {
        return file;
    }

    /** Position of the first wrong byte, from 0. */
    public long offset() {
        return offset;
    }
}
