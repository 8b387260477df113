package org.snn4j.data.encode;

import java.util.Arrays;
import org.snn4j.data.event.EventStream;

/** The events of each cell and polarity of a sensor, linked from the latest to the earliest, while a recording is walked through once. */
final class LocalMemories {
    private static final int NONE = -1;

    private final EventStream events;
    private final AveragedTimeSurface.Config config;
    private final int columns;
    private final int cells;
    private final int[] latest;
    private final int[] earlier;

    LocalMemories(EventStream events, AveragedTimeSurface.Config config, int columns, int rows) {
        this.events = events;
        this.config = config;
        this.columns = columns;
        this.cells = columns * rows;
        latest = new int[EventFrames.POLARITIES * cells];
        Arrays.fill(latest, NONE);
        earlier = new int[events.size()];
    }

    /** Writes the mean surfaces of the events from {@code start} to {@code end}; ranges must follow each other. */
    void average(int start, int end, float[] target, int offset) {
        int surface = config.surface() * config.surface();
        double[] sums = new double[latest.length * surface];
        int[] counts = new int[latest.length];
        for (int i = start; i < end; i++) {
            int memory = memory(i);
            addSurface(i, memory, sums, memory * surface);
            counts[memory]++;
            earlier[i] = latest[memory];
            latest[memory] = i;
        }
        for (int memory = 0; memory < latest.length; memory++) {
            if (counts[memory] > 0) {
                write(memory, counts[memory], sums, target, offset);
            }
        }
    }

    private int memory(int event) {
        int cell = events.y(event) / config.cell() * columns + events.x(event) / config.cell();
        return events.polarity(event) * cells + cell;
    }

    private void addSurface(int event, int memory, double[] sums, int from) {
        int side = config.surface();
        int radius = side / 2;
        sums[from + radius * side + radius] += 1;
        long oldest = events.time(event) - config.memory();
        for (int other = latest[memory]; other != NONE && events.time(other) >= oldest; other = earlier[other]) {
            int row = events.y(other) - events.y(event) + radius;
            int column = events.x(other) - events.x(event) + radius;
            if (row >= 0 && row < side && column >= 0 && column < side) {
                sums[from + row * side + column] +=
                        config.decay().of(events.time(event) - events.time(other), config.tau());
            }
        }
    }

    /** A cell's surface to its place in the picture of all cells [2, rows*surface, columns*surface]. */
    private void write(int memory, int count, double[] sums, float[] target, int offset) {
        int side = config.surface();
        int cell = memory % cells;
        int width = columns * side;
        int corner =
                offset + memory / cells * cells * side * side + cell / columns * side * width + cell % columns * side;
        for (int i = 0; i < side * side; i++) {
            target[corner + i / side * width + i % side] = (float) (sums[memory * side * side + i] / count);
        }
    }
}
