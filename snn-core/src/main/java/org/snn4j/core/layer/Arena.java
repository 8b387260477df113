package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The off-heap memory of all arrays that a network reads and writes in a pass, one block that grows to the largest pass asked for.
 *
 * <p>Each {@link Buffer} gets its place from {@link #cut}. Buffers whose {@link Claim}s do not meet in time may lie in the same place: outputs of early
 * layers and gradients of late ones, for instance. Contents are undefined at the begin of a claim.
 */
public final class Arena implements AutoCloseable {
    /** Places are multiples of this many values: a line of the cache in single precision. */
    private static final int ALIGNMENT = 16;

    /** Whether buffers share memory. */
    public enum Reuse {
        /** Wherever their claims allow it. */
        BY_LIFETIME,
        /** Never: to check the sharing against. */
        NONE
    }

    private final DataType type;
    private final Reuse reuse;
    private final List<Buffer> inUse = new ArrayList<>();
    private INDArray memory;

    /** @param type of all values */
    public Arena(DataType type, Reuse reuse) {
        this.type = type;
        this.reuse = reuse;
    }

    /** An array of the network; where it lies and how many rows it has changes from cut to cut. */
    public final class Buffer {
        private final long[] rowShape;
        private final long rowLength;
        private INDArray array;

        private Buffer(long[] rowShape) {
            this.rowShape = rowShape.clone();
            this.rowLength = AbstractOperator.length(rowShape);
        }

        /** The array of the pass at work: dense, C-ordered. */
        public INDArray array() {
            if (array == null) {
                throw new IllegalStateException("a buffer is used in a pass that has not claimed it");
            }
            return array;
        }

        /** Values of one row. */
        public long rowLength() {
            return rowLength;
        }

        /** This buffer, needed from one moment of a pass to another, both included. */
        public Claim during(int from, int to) {
            return new Claim(this, from, to);
        }
    }

    /**
     * A buffer and when it is needed.
     *
     * @param from first moment at which it is written
     * @param to last moment at which it is read
     */
    public record Claim(Buffer buffer, int from, int to) {
        public Claim {
            if (from > to) {
                throw new IllegalArgumentException("a claim from " + from + " to " + to + " is empty");
            }
        }

        boolean meets(Claim other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** A claim and the first value of its place. */
    private record Place(Claim claim, long start, long length) {
        long end() {
            return start + length;
        }
    }

    /** A new buffer of this arena. @param rowShape shape of one row */
    public Buffer buffer(long... rowShape) {
        return new Buffer(rowShape);
    }

    /** Bytes that {@link #cut} would need. */
    public long bytes(long rows, List<Claim> claims) {
        return length(places(rows, claims)) * type.width();
    }

    /** Bytes of the largest of the buffers. */
    public long largestBytes(long rows, List<Claim> claims) {
        return claims.stream().mapToLong(claim -> claim.buffer.rowLength).max().orElse(0) * rows * type.width();
    }

    /** Gives every claimed buffer its place for the passes to come; all others have none. */
    public void cut(int rows, List<Claim> claims) {
        List<Place> places = places(rows, claims);
        reserve(length(places));
        inUse.forEach(buffer -> buffer.array = null);
        inUse.clear();
        for (Place place : places) {
            Buffer buffer = place.claim.buffer;
            buffer.array = view(buffer, rows, place.start);
            inUse.add(buffer);
        }
    }

    private void reserve(long length) {
        if (memory == null || memory.length() < length) {
            close();
            memory = Nd4j.createUninitializedDetached(type, length);
        }
    }

    private INDArray view(Buffer buffer, int rows, long start) {
        long[] shape = new long[buffer.rowShape.length + 1];
        shape[0] = rows;
        System.arraycopy(buffer.rowShape, 0, shape, 1, buffer.rowShape.length);
        long[] stride = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride[axis] = step;
            step *= shape[axis];
        }
        return Nd4j.create(memory.data(), shape, stride, start, 'c');
    }

    private static long length(List<Place> places) {
        return places.stream().mapToLong(Place::end).max().orElse(0);
    }

    /** Largest first, each at the lowest place that is free during its claim. */
    private List<Place> places(long rows, List<Claim> claims) {
        List<Claim> bySize = new ArrayList<>(claims);
        bySize.sort(Comparator.comparingLong((Claim claim) -> -claim.buffer.rowLength));
        List<Place> placed = new ArrayList<>();
        for (Claim claim : bySize) {
            placed.add(place(claim, rows, placed));
        }
        return placed;
    }

    private Place place(Claim claim, long rows, List<Place> placed) {
        long length = (claim.buffer.rowLength * rows + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        List<Place> inTheWay = placed.stream()
                .filter(other -> reuse == Reuse.NONE || other.claim.meets(claim))
                .sorted(Comparator.comparingLong(Place::start))
                .toList();
        long start = 0;
        for (Place other : inTheWay) {
            if (other.start - start >= length) {
                break;
            }
            start = Math.max(start, other.end());
        }
        return new Place(claim, start, length);
    }

    /** Bytes held. */
    public long bytes() {
        return memory == null ? 0 : memory.length() * type.width();
    }

    /** Frees the memory at once instead of waiting for the garbage collector. */
    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
        inUse.forEach(buffer -> buffer.array = null);
        inUse.clear();
    }
}
