package org.snn4j.core.kernel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of a single-precision array in as little memory as keeps every bit of it: what a layer keeps of its sparse input for the backward pass.
 *
 * <p>A bit for each value if all are 0 or 1 (spikes); a byte for each if no part of the array has more than 256 distinct values (pooled spikes, event
 * counts); else a bit for each and those that are not zero, or, with hardly any zero, the values as they are. The memory is off the heap and used again by
 * the next array.
 */
public final class PackedRows implements AutoCloseable {
    /** How the values are kept. */
    enum Form {
        SPIKES,
        CODES,
        VALUES,
        DENSE
    }

    /** Values of a block: they stay in the first-level cache. */
    private static final int BLOCK = 4096;

    private static final int WORDS = BLOCK / Long.SIZE;
    private static final int WORD_BYTES = WORDS * Long.BYTES;
    /** Blocks that one task works on. */
    private static final int TASK_BLOCKS = 16;
    /** Share of the memory of values that is left for arrays with a few more of them. */
    private static final int SLACK = 8;

    private static final WorkerPool<Worker> WORKERS = new WorkerPool<>(Worker::new);

    private final NativeMemory bits = new NativeMemory();
    private final NativeMemory values = new NativeMemory();
    private INDArray packed;
    private long length;
    private Form form = Form.SPIKES;
    /** Values behind the codes of each task. */
    private int[][] tables = new int[0][];
    /** Where the values of each task begin. */
    private long[] starts = new long[0];

    /** Working arrays of a task. */
    private static final class Worker {
        private final long[] pairs = new long[BLOCK / 2];
        private final long[] words = new long[WORDS];
        private final byte[] codes = new byte[BLOCK];
        private final int[] listed = new int[BLOCK + 1];
        private final ValueTable table = new ValueTable();
    }

    /** What a task does with one of its blocks; false if there is no use in going on. */
    private interface BlockTask {
        boolean run(Worker worker, int task, long block);
    }

    /** Bytes that an array takes if all of its values are 0 or 1. */
    public static long spikeBytes(long length) {
        return blocks(length) * WORD_BYTES;
    }

    /** Bytes that an array takes if it has few distinct values. */
    public static long codeBytes(long length) {
        return length;
    }

    private static long blocks(long length) {
        return (length + BLOCK - 1) / BLOCK;
    }

    /** Keeps a copy of a dense array and forgets the one before. */
    public void pack(INDArray array) {
        length = array.isEmpty() ? 0 : HeapView.of(array).length();
        packed = array;
        if (!packSpikes() && !packCodes()) {
            packValues();
        }
        packed = null;
    }

    private boolean packSpikes() {
        form = Form.SPIKES;
        bits.reserve(spikeBytes(length));
        return forEachBlock((worker, task, block) -> {
            read(block, worker.pairs);
            boolean spikes = BitWords.takeSpikes(worker.pairs, worker.words, WORDS);
            words(block).asLongBuffer().put(worker.words);
            return spikes;
        });
    }

    private boolean packCodes() {
        form = Form.CODES;
        values.reserve(codeBytes(length));
        tables = new int[tasks()][];
        return forEachBlock((worker, task, block) -> {
            if (block % TASK_BLOCKS == 0) {
                worker.table.clear();
            }
            read(block, worker.pairs);
            boolean few = worker.table.encode(worker.pairs, BLOCK / 2, worker.codes);
            values.at(block * BLOCK, size(block)).put(worker.codes, 0, size(block));
            if (isLast(task, block)) {
                tables[task] = worker.table.values();
            }
            return few;
        });
    }

    private void packValues() {
        form = Form.VALUES;
        bits.reserve(spikeBytes(length));
        int[] counts = new int[tasks()];
        forEachBlock((worker, task, block) -> {
            read(block, worker.pairs);
            BitWords.take(worker.pairs, worker.words, WORDS);
            words(block).asLongBuffer().put(worker.words);
            counts[task] += BitWords.count(worker.words, WORDS);
            return true;
        });
        starts = new long[counts.length + 1];
        for (int task = 0; task < counts.length; task++) {
            starts[task + 1] = starts[task] + counts[task];
        }
        long sparse = starts[counts.length] * Integer.BYTES;
        if (sparse + spikeBytes(length) >= length * Integer.BYTES) {
            form = Form.DENSE;
            values.reserve(length * Integer.BYTES);
        } else if (sparse > values.capacity()) {
            values.reserve(sparse + sparse / SLACK);
        }
        keepValues();
    }

    private void keepValues() {
        long[] next = starts.clone();
        forEachBlock((worker, task, block) -> {
            read(block, worker.pairs);
            if (form == Form.DENSE) {
                write(worker.pairs, values.at(block * BLOCK * Integer.BYTES, size(block) * Integer.BYTES), size(block));
            } else {
                int n = BitWords.list(worker.pairs, BLOCK / 2, worker.listed);
                values.at(next[task] * Integer.BYTES, n * Integer.BYTES)
                        .asIntBuffer()
                        .put(worker.listed, 0, n);
                next[task] += n;
            }
            return true;
        });
    }

    /** Writes the array that was packed last. @param target dense, of its length */
    public void unpack(INDArray target) {
        long expected = target.isEmpty() ? 0 : HeapView.of(target).length();
        if (expected != length) {
            throw new IllegalArgumentException("target has " + expected + " values, must have " + length);
        }
        long[] next = starts.clone();
        forEachBlock((worker, task, block) -> {
            switch (form) {
                case SPIKES -> {
                    words(block).asLongBuffer().get(worker.words);
                    BitWords.giveSpikes(worker.words, WORDS, worker.pairs);
                }
                case CODES -> {
                    values.at(block * BLOCK, size(block)).get(worker.codes, 0, size(block));
                    // Behind the values, what another task left there.
                    Arrays.fill(worker.codes, size(block), BLOCK, (byte) 0);
                    ValueTable.decode(worker.codes, tables[task], worker.pairs, BLOCK / 2);
                }
                case VALUES -> next[task] += readValues(worker, block, next[task]);
                case DENSE ->
                    read(
                            values.at(block * BLOCK * Integer.BYTES, size(block) * Integer.BYTES),
                            size(block),
                            worker.pairs);
            }
            write(worker.pairs, part(target, block), size(block));
            return true;
        });
    }

    private int readValues(Worker worker, long block, long start) {
        words(block).asLongBuffer().get(worker.words);
        int n = BitWords.count(worker.words, WORDS);
        values.at(start * Integer.BYTES, n * Integer.BYTES).asIntBuffer().get(worker.listed, 0, n);
        BitWords.give(worker.words, WORDS, worker.listed, worker.pairs);
        return n;
    }

    private boolean forEachBlock(BlockTask blockTask) {
        AtomicBoolean useful = new AtomicBoolean(true);
        WORKERS.forEach(tasks(), (worker, task) -> {
            long end = Math.min(blocks(length), (task + 1L) * TASK_BLOCKS);
            for (long block = (long) task * TASK_BLOCKS; block < end && useful.get(); block++) {
                if (!blockTask.run(worker, task, block)) {
                    useful.set(false);
                }
            }
        });
        return useful.get();
    }

    private int tasks() {
        return Math.toIntExact((blocks(length) + TASK_BLOCKS - 1) / TASK_BLOCKS);
    }

    private boolean isLast(int task, long block) {
        return block + 1 == Math.min(blocks(length), (task + 1L) * TASK_BLOCKS);
    }

    /** Values of a block of the array; the last one may be short. */
    private int size(long block) {
        return (int) Math.min(BLOCK, length - block * BLOCK);
    }

    private ByteBuffer words(long block) {
        return bits.at(block * WORD_BYTES, WORD_BYTES);
    }

    private ByteBuffer part(INDArray array, long block) {
        return NativeMemory.buffer(array, block * BLOCK * Integer.BYTES, size(block) * Integer.BYTES);
    }

    /** A block of the array at work; zeros fill up a short one. */
    private void read(long block, long[] pairs) {
        int size = size(block);
        if (size < BLOCK) {
            Arrays.fill(pairs, 0);
        }
        read(part(packed, block), size, pairs);
    }

    private static void read(ByteBuffer source, int size, long[] pairs) {
        source.asLongBuffer().get(pairs, 0, size / 2);
        if (size % 2 == 1) {
            pairs[size / 2] = source.getInt((size - 1) * Integer.BYTES) & 0xffff_ffffL;
        }
    }

    private static void write(long[] pairs, ByteBuffer target, int size) {
        target.asLongBuffer().put(pairs, 0, size / 2);
        if (size % 2 == 1) {
            target.putInt((size - 1) * Integer.BYTES, (int) pairs[size / 2]);
        }
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
