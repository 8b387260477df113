package org.snn4j.data.format.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.ColumnsReader.Columns;
import org.snn4j.data.format.Sensor;

/**
 * Finds the events of a file: a group with a column each for x, y, polarity and time, or a matrix of several columns.
 *
 * @param source the file
 * @param fraction what times that are fractions are multiplied by to be microseconds
 */
record EventLayout(HdfSource source, double fraction) {
    private static final List<String> X = List.of("x", "xs");
    private static final List<String> Y = List.of("y", "ys");
    private static final List<String> POLARITY = List.of("p", "ps", "pol", "polarity", "polarities");
    private static final List<String> TIME = List.of("t", "ts", "timestamp", "timestamps");
    private static final int DEPTH = 4;
    private static final int MOST_NODES = 10_000;

    /** Columns of a matrix: time, x, y and polarity. v2e writes four, the MATLAB files of CIFAR10-DVS have six. */
    private static final Map<Integer, int[]> MATRICES = Map.of(4, new int[] {0, 1, 2, 3}, 6, new int[] {0, 3, 4, 5});

    /**
     * The columns of events.
     *
     * @param columns where they are
     * @param group that holds them
     */
    record Found(Columns columns, Group group) {}

    /**
     * The events at a place, or those of the group {@code events}, of the root, or of the only place that has any.
     *
     * @throws DataFormatException if there are none or several
     */
    Found find(Optional<String> place) throws IOException {
        return source.guarded(0, () -> place.isPresent() ? at(place.get()) : search());
    }

    private Found at(String place) throws IOException {
        Node node = place.equals("/") ? source.file() : source.file().getByPath(place);
        return of(node).orElseThrow(() -> none("no events at '" + place + "'"));
    }

    private Found search() throws IOException {
        Map<String, Found> found = new LinkedHashMap<>();
        int[] visited = {0};
        search(source.file(), 0, found, visited);
        for (String usual : List.of("/events", "/")) {
            if (found.containsKey(usual)) {
                return found.get(usual);
            }
        }
        if (found.size() != 1) {
            throw none(
                    found.isEmpty() ? "no events" : "events at several places: " + String.join(", ", found.keySet()));
        }
        return found.values().iterator().next();
    }

    private DataFormatException none(String what) {
        return new DataFormatException(
                source.path(),
                0,
                what,
                "a group with x, y, p and t (or xs, ys, ps and ts), or a matrix of 4 or 6 columns; one place, or a place given");
    }

    private void search(Group group, int depth, Map<String, Found> found, int[] visited) throws IOException {
        Optional<Found> here = of(group);
        if (here.isPresent()) {
            found.put(group.getPath().length() > 1 ? trimmed(group.getPath()) : "/", here.get());
            return;
        }
        for (Node child : group.getChildren().values()) {
            if (++visited[0] > MOST_NODES) {
                return;
            }
            if (child instanceof Group inner) {
                if (depth < DEPTH && !child.isLink()) {
                    search(inner, depth + 1, found, visited);
                }
            } else if (child instanceof Dataset) {
                Optional<Found> matrix = of(child);
                if (matrix.isPresent()) {
                    found.put(trimmed(child.getPath()), matrix.get());
                }
            }
        }
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Optional<Found> of(Node node) throws IOException {
        if (node instanceof Group group) {
            Optional<Dataset> x = child(group, X);
            Optional<Dataset> y = child(group, Y);
            Optional<Dataset> polarity = child(group, POLARITY);
            Optional<Dataset> time = child(group, TIME);
            if (x.isPresent() && y.isPresent() && polarity.isPresent() && time.isPresent()) {
                return Optional.of(new Found(
                        new Columns(
                                vector(x.get(), 1),
                                vector(y.get(), 1),
                                vector(polarity.get(), 1),
                                vector(time.get(), fraction)),
                        group));
            }
        } else if (node instanceof Dataset dataset && dataset.getDimensionsAsLong().length == 2) {
            return matrix(dataset);
        }
        return Optional.empty();
    }

    private static Optional<Dataset> child(Group group, List<String> names) {
        List<Dataset> found = new ArrayList<>();
        for (Node child : group.getChildren().values()) {
            if (child instanceof Dataset dataset && names.contains(child.getName())) {
                found.add(dataset);
            }
        }
        return found.stream().findFirst();
    }

    /** A vector, or a matrix with one row or one column. */
    private HdfColumn vector(Dataset dataset, double scale) throws IOException {
        long[] sizes = dataset.getDimensionsAsLong();
        if (sizes.length == 1) {
            return new HdfColumn(source, dataset, 0, 0, scale);
        }
        if (sizes.length == 2 && (sizes[0] == 1 || sizes[1] == 1)) {
            return new HdfColumn(source, dataset, sizes[0] == 1 ? 1 : 0, 0, scale);
        }
        throw new DataFormatException(
                source.path(),
                Math.max(0, dataset.getAddress()),
                "'" + dataset.getPath() + "' of sizes " + Arrays.toString(sizes),
                "a vector");
    }

    private Optional<Found> matrix(Dataset dataset) throws IOException {
        if (!(dataset.getDataType() instanceof FixedPoint || dataset.getDataType() instanceof FloatingPoint)) {
            return Optional.empty();
        }
        long[] sizes = dataset.getDimensionsAsLong();
        int axis = MATRICES.containsKey((int) Math.min(sizes[1], Integer.MAX_VALUE)) ? 0 : 1;
        int[] places = MATRICES.get((int) Math.min(sizes[1 - axis], Integer.MAX_VALUE));
        if (places == null) {
            return Optional.empty();
        }
        Columns columns = new Columns(
                new HdfColumn(source, dataset, axis, places[1], 1),
                new HdfColumn(source, dataset, axis, places[2], 1),
                new HdfColumn(source, dataset, axis, places[3], 1),
                new HdfColumn(source, dataset, axis, places[0], fraction));
        return Optional.of(new Found(columns, dataset.getParent()));
    }

    /** A whole number that a scalar of the root holds, or 0. */
    long shift(String name) throws IOException {
        return source.guarded(0, () -> {
            Node node = source.file().getChildren().get(name);
            if (node == null) {
                return 0L;
            }
            if (node instanceof Dataset dataset && dataset.isScalar() && dataset.getData() instanceof Number number) {
                return number.longValue();
            }
            throw new DataFormatException(
                    source.path(), Math.max(0, node.getAddress()), "'" + name + "' of another kind", "one number");
        });
    }

    /** The sensor that attributes {@code width} and {@code height} of a group state. */
    Optional<Sensor> sensor(Group group) throws IOException {
        return source.guarded(group.getAddress(), () -> {
            if (group.getAttribute("width") == null || group.getAttribute("height") == null) {
                return Optional.empty();
            }
            Object width = group.getAttribute("width").getData();
            Object height = group.getAttribute("height").getData();
            if (width instanceof Number w && height instanceof Number h) {
                return Optional.of(new Sensor(w.intValue(), h.intValue()));
            }
            throw new DataFormatException(
                    source.path(),
                    Math.max(0, group.getAddress()),
                    "attributes width and height of another kind",
                    "whole numbers");
        });
    }
}
