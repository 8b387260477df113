package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.Views;

/**
 * Which rows of a fold use which set of weights: all the same, or one set per stream (encoding layers of R2ETL, heads of He et al.).
 *
 * <p>Names of per-stream parameters carry the stream in front: "source.weight".
 *
 * @param owners streams with weights of their own and their input channels; empty if all streams share one set
 */
record StreamWeights(Map<Stream, Integer> owners) {
    /** A run of rows that uses one set of weights. */
    record Part(String prefix, Stream stream, int firstRow, int rows) {
        INDArray of(INDArray array) {
            return rows == array.size(0) ? array : Views.rows(array, firstRow, firstRow + rows);
        }
    }

    StreamWeights {
        owners = Map.copyOf(owners);
    }

    boolean shared() {
        return owners.isEmpty();
    }

    /** Prefixes of the parameter names, in the order of {@link Stream}. */
    List<String> prefixes() {
        if (shared()) {
            return List.of("");
        }
        List<String> prefixes = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            if (owners.containsKey(stream)) {
                prefixes.add(prefix(stream));
            }
        }
        return prefixes;
    }

    List<Part> parts(TimeFold fold) {
        if (shared()) {
            return List.of(new Part("", null, 0, fold.rows()));
        }
        List<Part> parts = new ArrayList<>();
        for (int s = 0; s < fold.streams().size(); s++) {
            Stream stream = fold.streams().get(s);
            parts.add(new Part(prefix(stream), stream, fold.row(s, 0), fold.rowsPerStream()));
        }
        return parts;
    }

    /** Streams that own weights but are absent in this pass: their gradients are zero. */
    List<String> absentPrefixes(TimeFold fold) {
        return shared()
                ? List.of()
                : prefixes().stream()
                        .filter(p ->
                                fold.streams().stream().noneMatch(s -> prefix(s).equals(p)))
                        .toList();
    }

    private static String prefix(Stream stream) {
        return stream.label() + ".";
    }
}
