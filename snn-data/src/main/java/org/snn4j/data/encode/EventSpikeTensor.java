package org.snn4j.data.encode;

import jakarta.inject.Inject;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

/**
 * Event spike tensor with a fixed kernel: V(i, p, x, y) = sum over the events of pixel and polarity of f(s) max(0, 1 - |(T - 1) s - i|), with the
 * scaled time s = (t - t0)/(t1 - t0) in [0, 1], t0 and t1 the first and last time; f is 1 or s.
 *
 * <p>The source learns the kernel; this is the triangle it starts from. A recording without duration lies at s = 0.
 */
@Reference(
        title = "Gehrig et al., End-to-End Learning of Representations for Asynchronous Event-Based Data (ICCV 2019)",
        link = "https://arxiv.org/abs/1904.08245",
        equation = "event spike tensor with the trilinear voting kernel; measurement: time or count")
public final class EventSpikeTensor implements EventEncoder {
    /**
     * @param steps T, temporal bins, at least 2
     * @param measurement what an event contributes
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how values are resized; without effect where the size stays
     */
    public record Config(int steps, Measurement measurement, int size, Interpolation interpolation) {
        public static final Config DEFAULTS = new Config(10, Measurement.TIME, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.atLeast(steps, 2, "steps");
            Check.notNull(measurement, "measurement");
        }
    }

    /** What an event contributes. */
    public enum Measurement {
        /** Its scaled time. */
        TIME,
        /** 1. */
        COUNT
    }

    private final FrameLayout layout;
    private final boolean timed;

    @Inject
    public EventSpikeTensor(Config config) {
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
        timed = config.measurement() == Measurement.TIME;
    }

    @Override
    public int steps() {
        return layout.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        return layout.shape(sensorWidth, sensorHeight);
    }

    /** An event contributes its measurement once in all, so timed sums are at most the number of events. */
    @Override
    public EncodingContract contract() {
        return layout.contract(new EncodingContract(
                EncodingContract.Channels.POLARITY,
                timed ? EncodingContract.Unit.TIME : EncodingContract.Unit.EVENTS,
                timed ? EncodingContract.Sum.EVENTS_AT_MOST : EncodingContract.Sum.EVENTS,
                0,
                Double.POSITIVE_INFINITY,
                false));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::paint, target, offset);
    }

    private void paint(EventStream events, float[] target, int offset) {
        int plane = events.width() * events.height();
        int frame = EventFrames.POLARITIES * plane;
        double[] sums = new double[steps() * frame];
        for (int i = 0; i < events.size(); i++) {
            double time = ScaledTime.of(events, i, 1);
            double moment = time * (steps() - 1);
            int before = Math.min((int) moment, steps() - 2);
            double after = moment - before;
            double value = timed ? time : 1;
            int pixel = events.polarity(i) * plane + events.y(i) * events.width() + events.x(i);
            sums[before * frame + pixel] += value * (1 - after);
            sums[(before + 1) * frame + pixel] += value * after;
        }
        for (int i = 0; i < sums.length; i++) {
            target[offset + i] = (float) sums[i];
        }
    }
}
