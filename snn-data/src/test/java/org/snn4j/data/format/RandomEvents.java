package org.snn4j.data.format;

import java.util.Random;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/** Recordings for tests, drawn at random. */
public final class RandomEvents {
    private RandomEvents() {}

    /** Events in order of time, with runs of neighbouring pixels at one time. */
    public static EventStream of(int count, int width, int height, long firstTime, int greatestStep) {
        Random random = new Random(count * 31L + width);
        EventColumns columns = new EventColumns(count);
        long time = firstTime;
        int x = 0;
        int y = 0;
        int polarity = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0 || x + 1 >= width) {
                time += i == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(greatestStep);
                x = random.nextInt(width);
                y = random.nextInt(height);
                polarity = random.nextInt(2);
            } else {
                x++;
            }
            columns.add(x, y, polarity, time);
        }
        return columns.toStream(width, height);
    }
}
