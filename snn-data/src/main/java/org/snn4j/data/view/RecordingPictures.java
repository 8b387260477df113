package org.snn4j.data.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.EncodingContract.Channels;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;

/** Pictures of a recording, blue for ON and orange for OFF; the recording must not be empty. */
public final class RecordingPictures {
    private RecordingPictures() {}

    /**
     * Every event as a line as high as its place, time from left to right, one coordinate from top to bottom.
     *
     * @param rows true for the row of an event, false for its column
     * @param width columns of the picture
     * @param height rows of the picture
     */
    public static BufferedImage raster(EventStream recording, boolean rows, int width, int height) {
        requireEvents(recording);
        int[] on = new int[width * height];
        int[] off = new int[width * height];
        double duration = Math.max(1, recording.lastTime() - recording.firstTime());
        int places = rows ? recording.height() : recording.width();
        for (int i = 0; i < recording.size(); i++) {
            int column = (int) ((recording.time(i) - recording.firstTime()) / duration * (width - 1));
            int place = rows ? recording.y(i) : recording.x(i);
            int[] counts = recording.polarity(i) == 1 ? on : off;
            int end = Math.max(place * height / places + 1, (place + 1) * height / places);
            for (int row = place * height / places; row < Math.min(end, height); row++) {
                counts[row * width + column]++;
            }
        }
        return drawn(width, height, counts(on), counts(off));
    }

    /** Number of events in equal parts of the recording's time. */
    public static int[] rate(EventStream recording, int parts) {
        requireEvents(recording);
        int[] counts = new int[Check.atLeast(parts, 1, "parts")];
        double duration = Math.max(1, recording.lastTime() - recording.firstTime());
        for (int i = 0; i < recording.size(); i++) {
            double part = (recording.time(i) - recording.firstTime()) / duration * parts;
            counts[Math.min(parts - 1, (int) part)]++;
        }
        return counts;
    }

    /** Frames of equal parts of the recording's time, on a common scale. */
    public static List<BufferedImage> frames(EventStream recording, int number) {
        requireEvents(recording);
        int plane = recording.width() * recording.height();
        float[][] on = new float[Check.atLeast(number, 1, "frames")][plane];
        float[][] off = new float[number][plane];
        double duration = Math.max(1, recording.lastTime() - recording.firstTime());
        for (int i = 0; i < recording.size(); i++) {
            int frame = Math.min(number - 1, (int) ((recording.time(i) - recording.firstTime()) / duration * number));
            (recording.polarity(i) == 1 ? on : off)[frame][recording.y(i) * recording.width() + recording.x(i)]++;
        }
        double largest = 1;
        for (int frame = 0; frame < number; frame++) {
            largest = Math.max(largest, Math.max(largest(on[frame]), largest(off[frame])));
        }
        List<BufferedImage> pictures = new ArrayList<>();
        for (int frame = 0; frame < number; frame++) {
            pictures.add(drawn(
                    recording.width(),
                    recording.height(),
                    scaled(on[frame], 0, plane, largest),
                    scaled(off[frame], 0, plane, largest)));
        }
        return pictures;
    }

    /**
     * The frames of an encoder on a common scale; a frame with sub-frames gives several pictures.
     *
     * @throws IllegalArgumentException if the encoder refuses the recording
     */
    public static List<BufferedImage> encoded(EventStream recording, EventEncoder encoder) {
        FrameShape shape = encoder.shape(recording.width(), recording.height());
        float[] values = new float[shape.length()];
        encoder.encode(recording, values, 0);
        double largest = Math.max(largest(values), 1e-12);
        boolean signed = encoder.contract().channels() == Channels.SIGNED;
        int plane = shape.height() * shape.width();
        int each = signed ? 1 : 2;
        List<BufferedImage> pictures = new ArrayList<>();
        for (int at = 0; at + each * plane <= values.length; at += each * plane) {
            double[] first = scaled(values, at, plane, signed ? -largest : largest);
            double[] second = scaled(values, signed ? at : at + plane, plane, largest);
            pictures.add(drawn(shape.width(), shape.height(), second, first));
        }
        return pictures;
    }

    private static void requireEvents(EventStream recording) {
        if (recording.size() == 0) {
            throw new IllegalArgumentException("recording has 0 events, must have at least 1");
        }
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Values of a plane as parts of the largest; values of the other sign are 0. */
    private static double[] scaled(float[] values, int from, int length, double largest) {
        double[] parts = new double[length];
        for (int i = 0; i < length; i++) {
            double part = Math.max(0, values[from + i] / largest);
            parts[i] = part == 0 ? 0 : 0.25 + 0.75 * Math.sqrt(part);
        }
        return parts;
    }

    private static double[] counts(int[] counts) {
        double[] parts = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            parts[i] = counts[i] == 0 ? 0 : Math.min(1, 0.55 + 0.15 * counts[i]);
        }
        return parts;
    }

    private static BufferedImage drawn(int width, int height, double[] on, double[] off) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < on.length; i++) {
            picture.setRGB(i % width, i / width, Colours.mix(on[i], off[i]));
        }
        return picture;
    }
}
