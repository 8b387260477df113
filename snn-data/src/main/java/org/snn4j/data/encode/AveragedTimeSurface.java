package org.snn4j.data.encode;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.data.FrameShape;
import org.snn4j.data.event.EventSlicer;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.event.Slicers;
import org.snn4j.data.event.Slices;

/**
 * Histograms of averaged time surfaces, one per cell of the sensor, polarity and step.
 *
 * <p>The local surface of an event e has at offset d the sum of decay(t_e - t) over the earlier events of e's cell and polarity at e's
 * position + d, at most {@code memory} earlier, and 1 for e itself in the middle; a cell shows the mean of the surfaces of its events in
 * the step (zeros without events). Steps are T windows of (last - first time)//T, the last to the end; memory reaches into earlier steps.
 *
 * <p>The cells lie side by side as they do on the sensor: H = ceil(rows/cell)*surface, W = ceil(columns/cell)*surface. With one step
 * this is the source's feature vector as a picture; it is never resized, since neighbouring cells are no neighbouring pixels.
 */
@Reference(
        title =
                "Sironi et al., HATS: Histograms of Averaged Time Surfaces for Robust Event-based Object Classification (CVPR 2018)",
        link = "https://openaccess.thecvf.com/content_cvpr_2018/papers/Sironi_HATS_Histograms_of_CVPR_2018_paper.pdf",
        equation = "normalised histogram of a cell; the linear decay and the bounds of the memory as in "
                + "neuromorphs/tonic, tonic/functional/to_averaged_timesurface.py")
public final class AveragedTimeSurface implements EventEncoder {
    /**
     * @param steps T, at least 1
     * @param cell rows and columns of a cell, at least the surface's
     * @param surface rows and columns of a local surface, odd
     * @param memory microseconds that an event is remembered, at least 1
     * @param tau time constant of the decay in microseconds, &gt; 0
     * @param decay form of the decay
     */
    public record Config(int steps, int cell, int surface, int memory, double tau, Decay decay) {
        public static final Config DEFAULTS = new Config(10, 10, 7, 100_000, 50_000, Decay.EXPONENTIAL);

        public Config {
            Check.atLeast(steps, 1, "steps");
            Check.atLeast(surface, 1, "surface");
            Check.atLeast(cell, surface, "cell");
            Check.atLeast(memory, 1, "memory");
            Check.greaterThan(tau, 0, "tau");
            Check.notNull(decay, "decay");
            if (surface % 2 == 0) {
                throw new IllegalArgumentException("surface is " + surface + ", must be odd");
            }
        }
    }

    private final Config config;
    private final EventSlicer slicer;

    @Inject
    public AveragedTimeSurface(Config config) {
        this.config = config;
        slicer = Slicers.byTime(config.steps());
    }

    @Override
    public int steps() {
        return config.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        return new FrameShape(
                steps(),
                EventFrames.POLARITIES,
                cells(sensorHeight) * config.surface(),
                cells(sensorWidth) * config.surface());
    }

    private int cells(int pixels) {
        return (pixels + config.cell() - 1) / config.cell();
    }

    @Override
    public EncodingContract contract() {
        return new EncodingContract(
                EncodingContract.Channels.POLARITY,
                EncodingContract.Unit.DECAY,
                EncodingContract.Sum.NONE,
                0,
                Double.POSITIVE_INFINITY,
                false);
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        EventFrames.requireEvents(events);
        FrameShape shape = shape(events.width(), events.height());
        Arrays.fill(target, offset, offset + shape.length(), 0);
        Slices slices = slicer.slice(events);
        LocalMemories memories = new LocalMemories(events, config, cells(events.width()), cells(events.height()));
        for (int step = 0; step < steps(); step++) {
            memories.average(slices.start(step), slices.end(step), target, offset + step * shape.frameLength());
        }
    }
}
