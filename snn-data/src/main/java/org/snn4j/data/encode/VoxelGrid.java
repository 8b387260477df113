package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

/**
 * Events divided between the two nearest of T moments: V(i, x, y) = sum over the events of a pixel of p max(0, 1 - |i - s|), with the scaled time
 * s = (T - 1)(t - t0)/(t1 - t0), t0 and t1 the first and last time. A recording without duration lies at s = 0.
 *
 * <p>p is 1 for ON and -1 for OFF in the one signed channel of the source, or 1 for both in two channels.
 */
@Reference(
        title = "Zhu et al., Unsupervised Event-based Learning of Optical Flow, Depth, and Egomotion (CVPR 2019)",
        link = "https://arxiv.org/abs/1812.08156",
        equation = "(1) to (3), discretized event volume")
public final class VoxelGrid implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param polarities what the channels hold
     * @param span moments that the recording is spread over
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how values are resized; without effect where the size stays
     */
    public record Config(int steps, Polarities polarities, Span span, int size, Interpolation interpolation) {
        public static final Config DEFAULTS =
                new Config(10, Polarities.SIGNED, Span.FIRST_TO_LAST, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.notNull(polarities, "polarities");
            Check.notNull(span, "span");
        }
    }

    /** What the channels hold. */
    public enum Polarities {
        /** One channel, ON less OFF, as in the source. */
        SIGNED,
        /** Two channels, OFF and ON: as many as most image encoders have. */
        SEPARATE
    }

    /** Moments that the recording is spread over. */
    public enum Span {
        /** s = (T - 1)(t - t0)/(t1 - t0), as in the source: nothing is lost. */
        FIRST_TO_LAST,
        /** s = T (t - t0)/(t1 - t0), as in rpg_e2vid and tonic: what falls on a moment T, so the last event, is lost. */
        BEYOND_LAST
    }

    private final FrameLayout layout;
    private final boolean signed;
    private final boolean beyond;

    @Inject
    public VoxelGrid(Config config) {
        signed = config.polarities() == Polarities.SIGNED;
        beyond = config.span() == Span.BEYOND_LAST;
        int channels = signed ? 1 : EventFrames.POLARITIES;
        layout = new FrameLayout(config.steps(), channels, config.size(), config.interpolation());
    }

    @Override
    public int steps() {
        return layout.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        return layout.shape(sensorWidth, sensorHeight);
    }

    @Override
    public EncodingContract contract() {
        EncodingContract.Sum separate = beyond ? EncodingContract.Sum.EVENTS_AT_MOST : EncodingContract.Sum.EVENTS;
        EncodingContract.Sum together = beyond ? EncodingContract.Sum.NONE : EncodingContract.Sum.ON_MINUS_OFF;
        return layout.contract(new EncodingContract(
                signed ? EncodingContract.Channels.SIGNED : EncodingContract.Channels.POLARITY,
                EncodingContract.Unit.EVENTS,
                signed ? together : separate,
                signed ? Double.NEGATIVE_INFINITY : 0,
                Double.POSITIVE_INFINITY,
                false));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::paint, target, offset);
    }

    private void paint(EventStream events, float[] target, int offset) {
        int plane = events.width() * events.height();
        int frame = layout.channels() * plane;
        // Summed in double precision and rounded once, so that sums do not drift with the number of events.
        double[] sums = new double[steps() * frame];
        for (int i = 0; i < events.size(); i++) {
            double moment = ScaledTime.of(events, i, beyond ? steps() : steps() - 1);
            int before = (int) moment;
            double after = moment - before;
            double value = signed && events.polarity(i) == 0 ? -1 : 1;
            int pixel = (signed ? 0 : events.polarity(i) * plane) + events.y(i) * events.width() + events.x(i);
            if (before < steps()) {
                sums[before * frame + pixel] += value * (1 - after);
            }
            if (before + 1 < steps()) {
                sums[(before + 1) * frame + pixel] += value * after;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            target[offset + i] = (float) sums[i];
        }
    }
}
