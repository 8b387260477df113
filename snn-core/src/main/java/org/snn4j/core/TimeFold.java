package org.snn4j.core;

import java.util.List;

/**
 * How streams, time steps and samples are folded into the first axis of every array inside a network.
 *
 * <p>Row {@code (s*T + t)*N + n} of the fold is sample n of stream s at step t: stream-major, then time-major.
 * Outside the network an array is [T, N, C, H, W] per stream; inside it is channels-last, [S*T*N, H, W, C].
 *
 * @param streams streams present in this pass, in order, none twice
 * @param steps T, time steps
 * @param samples N, samples per stream
 */
public record TimeFold(List<Stream> streams, int steps, int samples) {
    public TimeFold {
        streams = List.copyOf(streams);
        if (streams.isEmpty() || streams.stream().distinct().count() != streams.size()) {
            throw new IllegalArgumentException("streams are " + streams + ", must be at least one, none twice");
        }
        Check.atLeast(steps, 1, "steps");
        Check.atLeast(samples, 1, "samples");
    }

    /** Rows of the fold, S*T*N. */
    public int rows() {
        return streams.size() * steps * samples;
    }

    /** Rows of one stream, T*N. */
    public int rowsPerStream() {
        return steps * samples;
    }

    /** First row of a stream at a step. */
    public int row(int stream, int step) {
        return (stream * steps + step) * samples;
    }

    /** Position of a stream in this fold. */
    public int indexOf(Stream stream) {
        int index = streams.indexOf(stream);
        if (index < 0) {
            throw new IllegalArgumentException("no " + stream.label() + " stream in this pass, only " + streams);
        }
        return index;
    }
}
