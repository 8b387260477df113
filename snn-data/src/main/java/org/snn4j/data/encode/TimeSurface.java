package org.snn4j.data.encode;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

/**
 * Time surface of the whole sensor at the end of each step: S(i, p, x, y) = decay(r_i - t), t the last event of that pixel and polarity before the
 * moment r_i = t0 + (i+1)*window, t0 the first time; 0 where there was none yet. Surfaces remember: earlier steps are not forgotten.
 *
 * <p>With window 0 the recording is divided evenly: r_i = t0 + (i+1)(t1 - t0)/T rounded down, and the last surface includes the events of t1.
 * Difference from the source, which makes a surface around each event: one of the whole sensor per step, as tonic does.
 */
@Reference(
        title = "Lagorce et al., HOTS: a hierarchy of event-based time-surfaces for pattern recognition (2016)",
        link = "https://ieeexplore.ieee.org/document/7508476",
        equation = "time surface; one per step as in neuromorphs/tonic, tonic/functional/to_timesurface.py")
public final class TimeSurface implements EventEncoder {
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * @param steps T, at least 1
     * @param window microseconds of each step; 0 divides the recording evenly
     * @param tau time constant of the decay in microseconds, &gt; 0
     * @param decay form of the decay
     * @param size rows and columns of the frames; 0 keeps the sensor's
     * @param interpolation how surfaces are resized; without effect where the size stays
     */
    public record Config(int steps, int window, double tau, Decay decay, int size, Interpolation interpolation) {
        public static final Config DEFAULTS =
                new Config(10, 0, 50_000, Decay.EXPONENTIAL, 0, Interpolation.BILINEAR_ALIGNED);

        public Config {
            FrameLayout.check(steps, size, interpolation);
            Check.atLeast(window, 0, "window");
            Check.greaterThan(tau, 0, "tau");
            Check.notNull(decay, "decay");
        }
    }

    private final FrameLayout layout;
    private final Config config;

    @Inject
    public TimeSurface(Config config) {
        this.config = config;
        layout = FrameLayout.ofPolarities(config.steps(), config.size(), config.interpolation());
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
        return layout.contract(new EncodingContract(
                EncodingContract.Channels.POLARITY,
                EncodingContract.Unit.DECAY,
                EncodingContract.Sum.NONE,
                0,
                1,
                false));
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        layout.encode(events, this::paint, target, offset);
    }

    private void paint(EventStream events, float[] target, int offset) {
        int plane = events.width() * events.height();
        long[] last = new long[EventFrames.POLARITIES * plane];
        Arrays.fill(last, NEVER);
        int next = 0;
        for (int step = 0; step < steps(); step++) {
            long moment = moment(events, step);
            boolean all = config.window() == 0 && step == steps() - 1;
            int end = all ? events.size() : events.indexAt(moment);
            for (; next < end; next++) {
                last[events.polarity(next) * plane + events.y(next) * events.width() + events.x(next)] =
                        events.time(next);
            }
            for (int i = 0; i < last.length; i++) {
                target[offset + step * last.length + i] =
                        last[i] == NEVER ? 0 : (float) config.decay().of(moment - last[i], config.tau());
            }
        }
    }

    private long moment(EventStream events, int step) {
        long number = step + 1L;
        if (config.window() > 0) {
            return events.firstTime() + number * config.window();
        }
        long duration = events.lastTime() - events.firstTime();
        return events.firstTime() + duration / steps() * number + duration % steps() * number / steps();
    }
}
