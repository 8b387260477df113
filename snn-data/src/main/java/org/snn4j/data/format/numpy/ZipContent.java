package org.snn4j.data.format.numpy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.FileInput;

/** The content of one file of a zip archive, from its beginning to its end; its checksum is compared when the last byte is read. */
final class ZipContent implements Closeable {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** No deflated byte makes more than this many. */
    private static final long LARGEST_RATIO = 1032;

    private final FileInput input;
    private final ZipDirectory.Entry entry;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer compressed = ByteBuffer.allocate(1 << 13).limit(0);
    private final CRC32 checksum = new CRC32();
    private long next;

    private ZipContent(FileInput input, ZipDirectory.Entry entry) {
        this.input = input;
        this.entry = entry;
        next = entry.from();
    }

    /**
     * Opens a file of an archive.
     *
     * @param closed receives what is to be closed
     */
    static ByteSource open(FileInput input, ZipDirectory.Entry entry, java.util.List<Closeable> closed) {
        ZipContent content = new ZipContent(input, entry);
        closed.add(content);
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw content.damage("compression method " + entry.method(), "0 (stored) or 8 (deflated)");
        }
        boolean lies = entry.method() == STORED
                ? entry.size() != entry.compressed()
                : entry.size() / LARGEST_RATIO > entry.compressed();
        if (lies) {
            throw content.damage(
                    entry.compressed() + " bytes of '" + entry.name() + "'", "a content of " + entry.size() + " bytes");
        }
        return ByteSource.converted(input.file(), content::read, entry.size(), entry.from());
    }

    private int read(long position, ByteBuffer into) throws IOException {
        int start = into.position();
        if (entry.method() == STORED) {
            int limit = into.limit();
            into.limit((int) Math.min(limit, into.position() + entry.from() + entry.size() - next));
            next += input.read(next, into);
            into.limit(limit);
        } else {
            inflate(into);
        }
        int read = into.position() - start;
        checksum.update(into.array(), into.arrayOffset() + start, read);
        if (position + read == entry.size() && checksum.getValue() != entry.checksum()) {
            throw damage("another checksum of '" + entry.name() + "'", "%08x".formatted(entry.checksum()));
        }
        return read;
    }

    private void inflate(ByteBuffer into) throws IOException {
        try {
            while (into.hasRemaining() && !inflater.finished()) {
                if (inflater.inflate(into) == 0 && !inflater.finished() && !feed()) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw damage(
                    "compressed bytes of '" + entry.name() + "' that cannot be (" + e.getMessage() + ")",
                    "a deflated file");
        }
    }

    /** Gives the inflater more bytes; false if there are none or it wants something else. */
    private boolean feed() throws IOException {
        long left = entry.from() + entry.compressed() - next;
        if (!inflater.needsInput() || left == 0) {
            return false;
        }
        compressed.clear().limit((int) Math.min(compressed.capacity(), left));
        int read = input.read(next, compressed);
        next += read;
        inflater.setInput(compressed.flip());
        return read > 0;
    }

    private org.snn4j.data.DataFormatException damage(String found, String expected) {
        return new org.snn4j.data.DataFormatException(input.file(), entry.from(), found, expected);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
