package org.snn4j.core.kernel;

import java.util.Arrays;

/**
 * The non-zero values of channels-last pixels, listed by pixel and, on request, by channel. Filled again and again; one in a task.
 *
 * <p>Values of neighbouring pixels follow each other, so each row of a convolution window is one run of the list.
 */
final class SparsePixels {
    private final RowSums sums;
    private final int channels;
    private final long[] marks;
    private final int[] pixelStarts;
    private final int[] places;
    private final float[] values;
    private final int[] channelStarts;
    private int[] channelPlaces = new int[0];
    private float[] channelValues = new float[0];
    private int pixels;

    /** @param most pixels there can be at a time */
    SparsePixels(RowSums sums, int most, int channels) {
        this.sums = sums;
        this.channels = channels;
        marks = new long[most * channels / NonZeros.WORD + 1];
        pixelStarts = TaskArrays.ints(0, most + 1);
        places = TaskArrays.ints(1, most * channels + RowSums.OVERRUN);
        values = TaskArrays.take(2, most * channels + RowSums.OVERRUN);
        channelStarts = new int[channels + 1];
    }

    /** Lists that many pixels from a position of the source on; the place of a value is pixel * channels + channel. */
    void fill(HeapView source, int from, int pixels) {
        this.pixels = pixels;
        sums.mark(source.bytes(), from, pixels * channels, marks);
        int n = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            pixelStarts[pixel] = n;
            n = NonZeros.list(marks, pixel * channels, (pixel + 1) * channels, places, n);
        }
        pixelStarts[pixels] = n;
        for (int i = 0; i < n; i++) {
            values[i] = source.value(from + places[i]);
        }
    }

    /** Lists the values channel by channel. @param positions what the list shall hold for each pixel */
    void byChannel(int[] positions) {
        int n = pixelStarts[pixels];
        channelPlaces = TaskArrays.ints(2, n);
        channelValues = TaskArrays.take(3, n);
        countChannels();
        int[] next = Arrays.copyOf(channelStarts, channels);
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int i = pixelStarts[pixel]; i < pixelStarts[pixel + 1]; i++) {
                int slot = next[places[i] - pixel * channels]++;
                channelPlaces[slot] = positions[pixel];
                channelValues[slot] = values[i];
            }
        }
    }

    private void countChannels() {
        Arrays.fill(channelStarts, 0);
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int i = pixelStarts[pixel]; i < pixelStarts[pixel + 1]; i++) {
                channelStarts[places[i] - pixel * channels + 1]++;
            }
        }
        for (int c = 0; c < channels; c++) {
            channelStarts[c + 1] += channelStarts[c];
        }
    }

    /** Where the list of a pixel begins; it ends where the next begins. */
    int pixelStart(int pixel) {
        return pixelStarts[pixel];
    }

    int[] places() {
        return places;
    }

    float[] values() {
        return values;
    }

    int channelStart(int channel) {
        return channelStarts[channel];
    }

    int[] channelPlaces() {
        return channelPlaces;
    }

    float[] channelValues() {
        return channelValues;
    }
}
