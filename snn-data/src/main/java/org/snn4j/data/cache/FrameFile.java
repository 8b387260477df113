package org.snn4j.data.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;
import org.snn4j.data.split.Digest;

/**
 * A file of packed samples, mapped into memory. Little-endian: a head of {@value #HEAD} bytes (8 bytes magic; version, samples, T, C, H, W, values of a kept
 * sample as int; zeros), the packed samples one after the other, and an index with {@value #ENTRY} bytes for each sample (position as long; bytes, form, CRC-32C
 * of the packed bytes, 0 as int), in the order of the samples.
 */
final class FrameFile implements FrameStore {
    /** Counts up whenever the layout of files changes. */
    static final int VERSION = 1;

    static final int HEAD = 64;
    static final int ENTRY = 24;

    private static final byte[] MAGIC = {'S', 'N', 'N', '4', 'J', 'F', 'R', '\n'};
    private static final long MOST_MAPPED = 1L << 30;

    private final int values;
    private final long bytes;
    private final List<MappedByteBuffer> segments;
    private final int[] segment;
    private final int[] start;
    private final int[] length;
    private final byte[] form;

    /**
     * What was written.
     *
     * @param length bytes of the file
     * @param index position of the index
     * @param sha256 SHA-256 of head and index
     */
    record Written(long length, long index, String sha256) {}

    private FrameFile(int values, long bytes, int samples) {
        this.values = values;
        this.bytes = bytes;
        segments = new ArrayList<>();
        segment = new int[samples];
        start = new int[samples];
        length = new int[samples];
        form = new byte[samples];
    }

    /** The head of a file. */
    static ByteBuffer head(FrameShape shape, int samples, int values) {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).putInt(VERSION).putInt(samples);
        head.putInt(shape.steps())
                .putInt(shape.channels())
                .putInt(shape.height())
                .putInt(shape.width());
        head.putInt(values);
        return head.rewind();
    }

    /** Checksum of a packed sample. */
    static int checksum(ByteBuffer packed) {
        CRC32C checksum = new CRC32C();
        checksum.update(packed);
        return (int) checksum.getValue();
    }

    /** SHA-256 of head and index. */
    static String digest(ByteBuffer head, ByteBuffer index) {
        return new Digest().add(array(head)).add(array(index)).hex();
    }

    private static byte[] array(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /**
     * Opens a file and checks all of it: its length, head and index against the marker, every sample against the index.
     *
     * @param values values of a kept sample
     * @throws DataFormatException if it is damaged
     */
    static FrameFile open(Path file, Marker marker, int values) throws IOException {
        return open(file, marker, values, MOST_MAPPED);
    }

    /** @param most bytes of samples that are mapped as one piece, unless one sample has more */
    static FrameFile open(Path file, Marker marker, int values, long most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            long index = marker.index();
            if (length != marker.length() || index < HEAD || length - index != (long) ENTRY * marker.samples()) {
                throw new DataFormatException(
                        file,
                        Math.min(length, marker.length()),
                        "a file of " + length + " bytes",
                        marker.length() + " bytes, an index from " + index + " on");
            }
            ByteBuffer head = read(file, channel, 0, HEAD);
            ByteBuffer entries = read(file, channel, index, Math.toIntExact(length - index));
            if (!digest(head, entries).equals(marker.sha256())) {
                throw new DataFormatException(
                        file, index, "a head or an index with another SHA-256", "SHA-256 " + marker.sha256());
            }
            if (!head.equals(head(marker.shape(), marker.samples(), values))) {
                throw new DataFormatException(
                        file, 0, "the head of other frames", marker.samples() + " samples of " + marker.shape());
            }
            FrameFile opened = new FrameFile(values, length, marker.samples());
            opened.map(file, channel, entries, index, most);
            return opened;
        }
    }

    private static ByteBuffer read(Path file, FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new DataFormatException(file, from + buffer.position(), "the end of the file", count + " bytes");
            }
        }
        return buffer.flip();
    }

    private void map(Path file, FileChannel channel, ByteBuffer entries, long end, long most) throws IOException {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted((a, b) -> Long.compare(entries.getLong(ENTRY * a), entries.getLong(ENTRY * b)))
                .mapToInt(Integer::intValue)
                .toArray();
        long from = HEAD;
        long mapped = HEAD;
        for (int i = 0; i < order.length; i++) {
            int sample = order[i];
            long position = entries.getLong(ENTRY * sample);
            length[sample] = entries.getInt(ENTRY * sample + 8);
            form[sample] = (byte) entries.getInt(ENTRY * sample + 12);
            if (position != from || length[sample] < 0 || length[sample] > end - from) {
                throw new DataFormatException(file, end, "an index with gaps", "samples one after the other");
            }
            from += length[sample];
            segment[sample] = segments.size();
            start[sample] = Math.toIntExact(position - mapped);
            boolean last = i == order.length - 1;
            long next = last ? 0 : entries.getInt(ENTRY * order[i + 1] + 8);
            if (last || from - mapped + next > most) {
                segments.add(channel.map(FileChannel.MapMode.READ_ONLY, mapped, from - mapped));
                mapped = from;
            }
        }
        if (from != end) {
            throw new DataFormatException(file, from, "bytes of no sample", "the index");
        }
        int damaged = IntStream.range(0, size())
                .parallel()
                .filter(sample -> checksum(packed(sample)) != entries.getInt(ENTRY * sample + 16))
                .findAny()
                .orElse(-1);
        if (damaged >= 0) {
            throw new DataFormatException(
                    file,
                    entries.getLong(ENTRY * damaged),
                    "sample " + damaged + " with another CRC-32C",
                    Integer.toHexString(entries.getInt(ENTRY * damaged + 16)));
        }
    }

    private ByteBuffer packed(int sample) {
        return segments.get(segment[sample]).slice(start[sample], length[sample]);
    }

    @Override
    public int size() {
        return length.length;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void read(int index, float[] target, int offset, int times) {
        byte[] packed = new byte[length[index]];
        packed(index).get(packed);
        PackedSample.unpacked(form[index], values, packed).copyTo(target, offset, times);
    }
}
