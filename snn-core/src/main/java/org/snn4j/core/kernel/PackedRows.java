package org.snn4j.core.kernel;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of a single-precision array in as little memory as keeps every bit of it: what a layer keeps of its sparse input for the backward pass.
 *
 * <p>A bit for each value says whether it is zero. Beside the bits lies nothing if all other values are 1 (spikes), a byte for each of them if they
 * take at most 256 distinct values (pooled spikes, event counts), else the values themselves; an array with hardly any zero is copied as it is.
 * The memory is off the heap and used again by the next array.
 */
public final class PackedRows implements AutoCloseable {
    /** How the values that are not zero are kept. */
    enum Form {
        /** They are all 1. */
        SPIKES,
        /** As numbers of a table. */
        CODES,
        /** As they are. */
        VALUES,
        /** With the zeros, without bits. */
        DENSE
    }

    /** Chunks of bits that one task works on. */
    private static final int TASK_CHUNKS = 8;

    /** Share of the values' memory that is left for arrays with a few more of them. */
    private static final int SLACK = 8;

    private static final int BITS_SIZE = BitLanes.LANES * Integer.BYTES;

    private final NativeMemory bits = new NativeMemory();
    private final NativeMemory values = new NativeMemory();
    private final ValueCodes codes = new ValueCodes();
    private long length;
    private int chunks;
    private long nonZero;
    private Form form = Form.SPIKES;
    /** Where the values of each task begin. */
    private long[] starts = new long[0];

    /** Bytes that the bits of an array take. */
    public static long bitBytes(long length) {
        return chunks(length) * (long) BITS_SIZE;
    }

    private static int chunks(long length) {
        return Math.toIntExact((length + BitLanes.VALUES - 1) / BitLanes.VALUES);
    }

    /** Keeps a copy of a dense array and forgets the one before. */
    public void pack(INDArray array) {
        length = array.isEmpty() ? 0 : HeapView.of(array).length();
        chunks = chunks(length);
        nonZero = 0;
        form = Form.SPIKES;
        bits.reserve((long) chunks * BITS_SIZE);
        Survey[] surveys = new Survey[tasks()];
        Parallel.forEach(surveys.length, task -> surveys[task] = survey(array, task));
        starts = new long[surveys.length];
        boolean spikes = true;
        for (int task = 0; task < surveys.length; task++) {
            starts[task] = nonZero;
            nonZero += surveys[task].count;
            spikes &= surveys[task].codes == null;
        }
        if (!spikes) {
            chooseForm(surveys);
            reserveValues();
            Parallel.forEach(surveys.length, task -> keepValues(array, task));
        }
    }

    private int tasks() {
        return (chunks + TASK_CHUNKS - 1) / TASK_CHUNKS;
    }

    private int endOf(int task) {
        return Math.min(chunks, (task + 1) * TASK_CHUNKS);
    }

    /** What a task found. @param codes null if all values are 0 or 1 */
    private record Survey(int count, ValueCodes codes) {}

    private Survey survey(INDArray array, int task) {
        BitLanes lanes = new BitLanes();
        int[] chunk = new int[BitLanes.VALUES];
        int[] found = new int[BitLanes.VALUES + 1];
        ValueCodes distinct = null;
        int count = 0;
        for (int c = task * TASK_CHUNKS; c < endOf(task); c++) {
            read(array, c, chunk);
            if (!lanes.takeSpikes(chunk)) {
                lanes.take(chunk);
                if (distinct == null) {
                    distinct = new ValueCodes();
                    distinct.add(Float.floatToIntBits(1f));
                }
                distinct.addAll(found, nonZeros(chunk, found));
            }
            count += lanes.count();
            ints(bits, (long) c * BITS_SIZE, BitLanes.LANES).put(lanes.lanes);
        }
        return new Survey(count, distinct);
    }

    private void chooseForm(Survey[] surveys) {
        codes.clear();
        for (Survey survey : surveys) {
            if (survey.codes != null) {
                codes.addAll(survey.codes);
            }
        }
        long sparse = nonZero * Integer.BYTES + (long) chunks * BITS_SIZE;
        if (codes.complete()) {
            form = Form.CODES;
        } else {
            form = sparse < length * Integer.BYTES ? Form.VALUES : Form.DENSE;
        }
    }

    private void reserveValues() {
        long bytes = valueBytes();
        if (bytes > values.capacity()) {
            values.reserve(bytes + bytes / SLACK);
        }
    }

    private long valueBytes() {
        return switch (form) {
            case SPIKES -> 0;
            case CODES -> nonZero;
            case VALUES -> nonZero * Integer.BYTES;
            case DENSE -> length * Integer.BYTES;
        };
    }

    private void keepValues(INDArray array, int task) {
        int[] chunk = new int[BitLanes.VALUES];
        int[] found = new int[BitLanes.VALUES + 1];
        byte[] numbers = new byte[BitLanes.VALUES];
        long at = starts[task];
        for (int c = task * TASK_CHUNKS; c < endOf(task); c++) {
            int size = read(array, c, chunk);
            if (form == Form.DENSE) {
                ints(values, (long) c * BitLanes.VALUES * Integer.BYTES, size).put(chunk, 0, size);
                continue;
            }
            int n = nonZeros(chunk, found);
            if (form == Form.VALUES) {
                ints(values, at * Integer.BYTES, n).put(found, 0, n);
            } else {
                for (int i = 0; i < n; i++) {
                    numbers[i] = codes.code(found[i]);
                }
                values.at(at, n).put(numbers, 0, n);
            }
            at += n;
        }
    }

    /** Without a branch: whether a value is zero cannot be foreseen. {@code found} takes one value more than the chunk has. */
    private static int nonZeros(int[] chunk, int[] found) {
        int n = 0;
        for (int value : chunk) {
            found[n] = value;
            n += (value | -value) >>> Integer.SIZE - 1;
        }
        return n;
    }

    /** Writes the array that was packed last. @param target dense, of its length */
    public void unpack(INDArray target) {
        long expected = target.isEmpty() ? 0 : HeapView.of(target).length();
        if (expected != length) {
            throw new IllegalArgumentException("target has " + expected + " values, must have " + length);
        }
        Parallel.forEach(tasks(), task -> unpack(target, task));
    }

    private void unpack(INDArray target, int task) {
        BitLanes lanes = new BitLanes();
        int[] chunk = new int[BitLanes.VALUES];
        int[] found = new int[BitLanes.VALUES + 1];
        byte[] numbers = new byte[BitLanes.VALUES];
        long at = starts[task];
        for (int c = task * TASK_CHUNKS; c < endOf(task); c++) {
            if (form == Form.DENSE) {
                ints(values, (long) c * BitLanes.VALUES * Integer.BYTES, size(c))
                        .get(chunk, 0, size(c));
            } else {
                ints(bits, (long) c * BITS_SIZE, BitLanes.LANES).get(lanes.lanes);
                if (form == Form.SPIKES) {
                    lanes.giveSpikes(chunk);
                } else {
                    int n = lanes.count();
                    readValues(at, n, found, numbers);
                    lanes.give(found, chunk);
                    at += n;
                }
            }
            ints(target, c).put(chunk, 0, size(c));
        }
    }

    private void readValues(long at, int n, int[] found, byte[] numbers) {
        if (form == Form.VALUES) {
            ints(values, at * Integer.BYTES, n).get(found, 0, n);
            return;
        }
        values.at(at, n).get(numbers, 0, n);
        for (int i = 0; i < n; i++) {
            found[i] = codes.value(numbers[i]);
        }
    }

    /** Values of a chunk of the array; the last one may be short. */
    private int size(int chunk) {
        return (int) Math.min(BitLanes.VALUES, length - (long) chunk * BitLanes.VALUES);
    }

    private int read(INDArray array, int chunk, int[] target) {
        int size = size(chunk);
        ints(array, chunk).get(target, 0, size);
        Arrays.fill(target, size, target.length, 0);
        return size;
    }

    private IntBuffer ints(INDArray array, int chunk) {
        long position = (long) chunk * BitLanes.VALUES * Integer.BYTES;
        return NativeMemory.buffer(array, position, size(chunk) * Integer.BYTES).asIntBuffer();
    }

    private static IntBuffer ints(NativeMemory memory, long position, int count) {
        ByteBuffer part = memory.at(position, count * Integer.BYTES);
        return part.asIntBuffer();
    }

    Form form() {
        return form;
    }

    /** Bytes held off the heap. */
    public long bytes() {
        return bits.capacity() + values.capacity();
    }

    @Override
    public void close() {
        bits.close();
        values.close();
    }
}
