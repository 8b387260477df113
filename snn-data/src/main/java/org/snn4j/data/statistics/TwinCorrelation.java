package org.snn4j.data.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.data.event.EventStream;

/**
 * Correlation of two recordings of the same picture in space and time.
 *
 * <p>Each recording becomes counts [bin, polarity, row, column], smoothed over rows and columns by the weights (1, 2, 1)/4; the result is Pearson's
 * coefficient between the counts of both, in [-1, 1]: 1 for equal recordings, about 0 for unrelated ones, 0 if one is constant.
 */
public final class TwinCorrelation {
    /**
     * @param bin microseconds of a bin, at least 1
     * @param bins number of bins; later events are left out
     * @param smoothings how often the weights are applied
     */
    public record Config(int bin, int bins, int smoothings) {
        public static final Config DEFAULTS = new Config(20_000, 16, 1);

        public Config {
            Check.atLeast(bin, 1, "bin");
            Check.atLeast(bins, 1, "bins");
            Check.atLeast(smoothings, 0, "smoothings");
        }
    }

    private final Config config;

    public TwinCorrelation(Config config) {
        this.config = config;
    }

    /** Correlation of two recordings of sensors of the same size. */
    public double between(EventStream one, EventStream other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("other is " + other.width() + "x" + other.height() + ", must be "
                    + one.width() + "x" + one.height());
        }
        return pearson(volume(one), volume(other));
    }

    /** Mean correlation of the pairs of equal rank. */
    public double mean(List<EventStream> ones, List<EventStream> others) {
        if (ones.size() != others.size() || ones.isEmpty()) {
            throw new IllegalArgumentException(
                    "others has " + others.size() + " recordings, must have " + ones.size() + " and at least 1");
        }
        double[] each = IntStream.range(0, ones.size())
                .parallel()
                .mapToDouble(i -> between(ones.get(i), others.get(i)))
                .toArray();
        return Arrays.stream(each).sum() / each.length;
    }

    private float[] volume(EventStream events) {
        int plane = events.width() * events.height();
        float[] volume = new float[2 * config.bins() * plane];
        for (int i = 0; i < events.size(); i++) {
            long bin = events.time(i) / config.bin();
            if (events.time(i) >= 0 && bin < config.bins()) {
                volume[((int) bin * 2 + events.polarity(i)) * plane + events.y(i) * events.width() + events.x(i)]++;
            }
        }
        for (int i = 0; i < config.smoothings(); i++) {
            for (int start = 0; start < volume.length; start += plane) {
                for (int y = 0; y < events.height(); y++) {
                    smooth(volume, start + y * events.width(), 1, events.width());
                }
                for (int x = 0; x < events.width(); x++) {
                    smooth(volume, start + x, events.width(), events.height());
                }
            }
        }
        return volume;
    }

    private static void smooth(float[] values, int start, int stride, int length) {
        float before = 0;
        for (int i = 0; i < length; i++) {
            int place = start + i * stride;
            float now = values[place];
            float after = i + 1 < length ? values[place + stride] : 0;
            values[place] = (before + 2 * now + after) / 4;
            before = now;
        }
    }

    private static double pearson(float[] a, float[] b) {
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
            sumAa += a[i] * (double) a[i];
            sumBb += b[i] * (double) b[i];
            sumAb += a[i] * (double) b[i];
        }
        double varianceA = sumAa - sumA * sumA / a.length;
        double varianceB = sumBb - sumB * sumB / a.length;
        return varianceA <= 0 || varianceB <= 0
                ? 0
                : (sumAb - sumA * sumB / a.length) / Math.sqrt(varianceA * varianceB);
    }
}
