package org.snn4j.data.format.matlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.ColumnsReader;
import org.snn4j.data.format.ColumnsReader.Columns;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.ReadSettings;

/** The numeric matrices of a version 5 file. */
final class Mat5File {
    /** Bytes of the head. */
    static final int HEAD = 128;

    /** Bytes of an element's tag. */
    static final int TAG = 8;

    static final int COMPRESSED = 15;
    static final int MATRIX = 14;
    private static final int VERSION = 0x0100;
    private static final int VERSION_PLACE = 124;
    private static final int SIX = 6;

    private final FileInput input;
    private final List<MatMatrix> matrices = new ArrayList<>();

    /** Reads all numeric matrices. */
    Mat5File(FileInput input) throws IOException {
        this.input = input;
        ByteBuffer head = input.bytes(0, HEAD, "head");
        if (!isHead(head.array())) {
            throw new DataFormatException(
                    input.file(),
                    VERSION_PLACE,
                    "another version or order of bytes",
                    "version 0x0100 and 'IM' or 'MI'");
        }
        ByteOrder order = head.get(VERSION_PLACE + 2) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long position = HEAD;
        while (position < input.length()) {
            position = element(position, order);
        }
    }

    /** True for the head of a version 5 file. */
    static boolean isHead(byte[] bytes) {
        if (bytes.length < HEAD) {
            return false;
        }
        int version = bytes[VERSION_PLACE] & 0xff | (bytes[VERSION_PLACE + 1] & 0xff) << 8;
        boolean little = bytes[VERSION_PLACE + 2] == 'I' && bytes[VERSION_PLACE + 3] == 'M';
        boolean big = bytes[VERSION_PLACE + 2] == 'M' && bytes[VERSION_PLACE + 3] == 'I';
        return little && version == VERSION || big && version == Integer.reverseBytes(VERSION) >>> 16;
    }

    /** Position after the element that starts at {@code position}. */
    private long element(long position, ByteOrder order) throws IOException {
        ByteBuffer tag = input.bytes(position, TAG, "tag of an element").order(order);
        int type = tag.getInt();
        long size = Integer.toUnsignedLong(tag.getInt());
        long start = position + TAG;
        if (type == COMPRESSED || type == MATRIX) {
            ByteBuffer content = input.bytes(start, size, "element");
            MatElements elements = type == COMPRESSED
                    ? MatElements.inflated(input.file(), start, content, order)
                    : new MatElements(input.file(), start, true, content.order(order));
            elements.matrix().ifPresent(matrices::add);
        } else {
            input.require(start, size, "element");
        }
        return start + size;
    }

    /** The events, by the names of the matrices or by the number of columns. */
    ColumnsReader events(ReadSettings settings) {
        Optional<NumberColumn> x = vector("x");
        Optional<NumberColumn> y = vector("y");
        Optional<NumberColumn> polarity = vector("p", "pol");
        Optional<NumberColumn> time = vector("t", "ts");
        Columns columns = x.isPresent() && y.isPresent() && polarity.isPresent() && time.isPresent()
                ? new Columns(x.get(), y.get(), polarity.get(), time.get())
                : six();
        return new ColumnsReader(input.file(), settings, Optional.empty(), columns, 0, () -> {});
    }

    private Columns six() {
        List<MatMatrix> six =
                matrices.stream().filter(matrix -> matrix.columns() == SIX).toList();
        if (six.size() != 1) {
            throw new DataFormatException(
                    input.file(),
                    HEAD,
                    six.size() + " matrices of six columns among "
                            + matrices.stream().map(MatMatrix::toString).toList(),
                    "vectors x, y, t or ts, and p or pol, or one matrix of six columns");
        }
        MatMatrix all = six.get(0);
        return new Columns(all.column(3), all.column(4), all.column(5), all.column(0));
    }

    private Optional<NumberColumn> vector(String... names) {
        return matrices.stream()
                .filter(matrix -> List.of(names).contains(matrix.name()) && matrix.isVector())
                .findFirst()
                .map(MatMatrix::all);
    }
}
