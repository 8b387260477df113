package org.snn4j.data;

import java.nio.file.Path;

/** A file that may well be whole and holds something else than what is read from such files. */
public final class UnsupportedContentException extends DataFormatException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as the reader was given it
     * @param offset position of the byte that says what the file holds, from 0
     * @param found what it holds
     * @param expected what can be read
     */
    public UnsupportedContentException(Path file, long offset, String found, String expected) {
        super(file, offset, found, expected);
    }
}
