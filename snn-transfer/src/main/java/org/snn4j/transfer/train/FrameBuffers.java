package org.snn4j.transfer.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Stream;
import org.snn4j.data.FrameShape;
import org.snn4j.transfer.method.Frames;

/**
 * The network's input arrays, one per stream and number of samples, filled anew for each pass: fresh off-heap arrays at each step would cost more than the
 * copy.
 */
final class FrameBuffers implements AutoCloseable {
    /** Bytes of the largest array: its values go through a buffer of Java. */
    static final long LARGEST = Integer.MAX_VALUE;

    private final DataType type;
    private final Map<Key, INDArray> arrays = new LinkedHashMap<>();

    private record Key(Stream stream, FrameShape shape, int samples) {}

    FrameBuffers(DataType type) {
        this.type = type;
    }

    /** The frames as [T, N, C, H, W]; valid until the next call with as many samples of this stream. */
    INDArray fill(Stream stream, Frames frames) {
        INDArray array = arrays.computeIfAbsent(new Key(stream, frames.shape(), frames.samples()), this::create);
        float[] values = frames.values();
        if (type == DataType.FLOAT) {
            array.data().asNioFloat().put(values);
        } else {
            var target = array.data().asNioDouble();
            for (float value : values) {
                target.put(value);
            }
        }
        return array;
    }

    private INDArray create(Key key) {
        FrameShape shape = key.shape();
        return Nd4j.create(
                type, new long[] {shape.steps(), key.samples(), shape.channels(), shape.height(), shape.width()}, 'c');
    }

    @Override
    public void close() {
        arrays.values().forEach(INDArray::close);
        arrays.clear();
    }
}
