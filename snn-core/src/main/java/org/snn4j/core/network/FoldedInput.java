package org.snn4j.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;
import org.snn4j.core.layer.Arena;

/** Brings frames [T, N, C, H, W] of each stream into the network's fold [S*T*N, H, W, C]; a stream with fewer channels is padded with zeros. */
final class FoldedInput {
    private final InputShape shape;
    private final int channels;
    private final Arena.Buffer buffer;

    FoldedInput(InputShape shape, Arena.Buffer buffer) {
        this.shape = shape;
        this.channels = shape.channels().values().stream().max(Integer::compare).orElseThrow();
        this.buffer = buffer;
    }

    TimeFold fold(Map<Stream, INDArray> frames) {
        List<Stream> streams = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            if (frames.containsKey(stream)) {
                streams.add(stream);
            }
        }
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("no frames given");
        }
        int samples = Math.toIntExact(frames.get(streams.get(0)).size(1));
        streams.forEach(stream -> check(stream, frames.get(stream), samples));
        return new TimeFold(streams, shape.steps(), samples);
    }

    private void check(Stream stream, INDArray frames, int samples) {
        Integer c = shape.channels().get(stream);
        if (c == null) {
            throw new IllegalArgumentException("the network has no " + stream.label() + " stream, only "
                    + shape.channels().keySet());
        }
        long[] expected = {shape.steps(), samples, c, shape.height(), shape.width()};
        if (!Arrays.equals(expected, frames.shape())) {
            throw new IllegalArgumentException("frames of the " + stream.label() + " stream are "
                    + Arrays.toString(frames.shape()) + ", must be [T, N, C, H, W] = " + Arrays.toString(expected));
        }
    }

    INDArray assemble(Map<Stream, INDArray> frames, TimeFold fold) {
        INDArray folded = buffer.array();
        for (int s = 0; s < fold.streams().size(); s++) {
            INDArray source = frames.get(fold.streams().get(s));
            INDArray rows = Views.rows(folded, fold.row(s, 0), fold.row(s, 0) + fold.rowsPerStream());
            long c = source.size(2);
            INDArray planes = source.reshape('c', fold.rowsPerStream(), c, shape.height(), shape.width())
                    .permute(1, 0, 2, 3);
            for (long channel = 0; channel < channels; channel++) {
                INDArray plane = rows.get(
                        NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(channel));
                if (channel < c) {
                    plane.assign(Views.at(planes, channel));
                } else {
                    plane.assign(0);
                }
            }
        }
        return folded;
    }
}
