package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.resize.PictureResizer;
import org.snn4j.data.resize.PremultipliedResizer;
import org.snn4j.data.resize.Size;

/**
 * Event frames as R2ETL feeds them: T slices of N//T events, the rest dropped; 1 where a slice has an event of that polarity, else 0;
 * then an
 * 8-bit resize, divided by 255.
 *
 * <p>The source divides each frame by its maximum, which is 1 unless the slice is empty; what then happens is {@link EmptySlice}.
 */
@Reference(
        title = "Zhan et al. (R2ETL), IEEE Transactions on Image Processing 2024",
        link = "10.1109/TIP.2024.3430043",
        equation = "github.com/kanpeiming/RISTL, TL/dataloader/dvscifar_dataloader.py and mnist.py")
public final class BinaryByNumber implements EventEncoder {
    private static final float FULL = 255;

    /**
     * @param steps T, at least 1
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param resize how the two channels are resized; without effect where the size stays
     * @param emptySlice what happens to a recording with fewer than T events, all of whose slices are empty
     */
    public record Config(int steps, int size, Resize resize, EmptySlice emptySlice) {
        public static final Config DEFAULTS = new Config(10, 48, Resize.PREMULTIPLIED, EmptySlice.REFUSED);

        public Config {
            Check.atLeast(steps, 1, "steps");
            Check.atLeast(size, 0, "size");
            Check.notNull(resize, "resize");
            Check.notNull(emptySlice, "emptySlice");
        }
    }

    /** How an 8-bit frame of two channels is resized; ON events come out alike. */
    public enum Resize {
        /** As the source does, by accident: OFF is the grey and ON the alpha of a picture, so OFF vanishes where no ON is near. */
        PREMULTIPLIED,
        /** Each channel on its own: what the source intends. */
        CHANNEL_WISE
    }

    /** The two ways to meet an empty slice; the source computes 0/0 and feeds NaN. */
    public enum EmptySlice {
        /** An error. */
        REFUSED,
        /** An empty frame. */
        ZERO
    }

    private final Config config;
    private final EventSlicer slicer;

    @Inject
    public BinaryByNumber(Config config) {
        this.config = config;
        slicer = Slicers.byNumberDropping(config.steps());
    }

    @Override
    public int steps() {
        return config.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        int size = config.size();
        return size == 0
                ? new FrameShape(steps(), EventFrames.POLARITIES, sensorHeight, sensorWidth)
                : new FrameShape(steps(), EventFrames.POLARITIES, size, size);
    }

    @Override
    public EncodingContract contract() {
        return config.size() == 0
                ? EncodingContract.marks()
                : EncodingContract.marks().resized();
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        EventFrames.requireEvents(events);
        if (config.emptySlice() == EmptySlice.REFUSED && events.size() < steps()) {
            throw new IllegalArgumentException("recording has " + events.size() + " events, must have at least "
                    + steps() + ", one for each time step (or set empty-slice: zero)");
        }
        Size from = new Size(events.height(), events.width());
        if (config.size() == 0 || from.equals(Size.square(config.size()))) {
            EventFrames.mark(events, slicer.slice(events), target, offset);
            return;
        }
        float[] frames = new float[Math.multiplyExact(steps() * EventFrames.POLARITIES, from.pixels())];
        EventFrames.mark(events, slicer.slice(events), frames, 0);
        resize(frames, from, target, offset);
    }

    private void resize(float[] frames, Size from, float[] target, int offset) {
        Size to = Size.square(config.size());
        PremultipliedResizer premultiplied = new PremultipliedResizer(from, to);
        PictureResizer channelWise = new PictureResizer(from, to, EventFrames.POLARITIES);
        byte[] pixels = new byte[from.pixels() * EventFrames.POLARITIES];
        for (int step = 0; step < steps(); step++) {
            interleave(frames, step * pixels.length, pixels);
            byte[] resized =
                    config.resize() == Resize.PREMULTIPLIED ? premultiplied.resize(pixels) : channelWise.resize(pixels);
            separate(resized, target, offset + step * resized.length);
        }
    }

    /** [2, H, W] of 0 and 1 to [H, W, 2] of 0 and 255. */
    private static void interleave(float[] frames, int offset, byte[] pixels) {
        int plane = pixels.length / EventFrames.POLARITIES;
        for (int i = 0; i < plane; i++) {
            pixels[2 * i] = (byte) (frames[offset + i] == 0 ? 0 : 255);
            pixels[2 * i + 1] = (byte) (frames[offset + plane + i] == 0 ? 0 : 255);
        }
    }

    /** [H, W, 2] bytes to [2, H, W] in [0, 1]. */
    private static void separate(byte[] pixels, float[] target, int offset) {
        int plane = pixels.length / EventFrames.POLARITIES;
        for (int i = 0; i < plane; i++) {
            target[offset + i] = (pixels[2 * i] & 0xff) / FULL;
            target[offset + plane + i] = (pixels[2 * i + 1] & 0xff) / FULL;
        }
    }
}
