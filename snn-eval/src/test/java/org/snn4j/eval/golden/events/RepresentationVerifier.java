package org.snn4j.eval.golden.events;

import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.AveragedTimeSurface;
import org.snn4j.data.encode.BinaRep;
import org.snn4j.data.encode.Decay;
import org.snn4j.data.encode.TimeSurface;
import org.snn4j.data.encode.VoxelGrid;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Voxel grids, time surfaces, their averages and Bina-Rep frames of tonic on N-MNIST recordings. */
public final class RepresentationVerifier implements GoldenVerifier {
    private static final String PREFIX = "tonic_representations_";
    private static final Interpolation ALIGNED = Interpolation.BILINEAR_ALIGNED;

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith(PREFIX);
    }

    @Override
    public void verify(GoldenCase golden) {
        EventStream events = Recordings.shared(golden, PREFIX);
        for (int steps : new int[] {5, 10}) {
            VoxelGrid voxels = new VoxelGrid(
                    new VoxelGrid.Config(steps, VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.BEYOND_LAST, 0, ALIGNED));
            GoldenAssert.close(golden, "out_voxel_grid_T" + steps, Recordings.frames(voxels, events));
        }
        TimeSurface surface = new TimeSurface(new TimeSurface.Config(6, 50_000, 30_000, Decay.EXPONENTIAL, 0, ALIGNED));
        double[] surfaces = Recordings.frames(surface, events);
        GoldenAssert.close(golden, "out_timesurface_dt50000_tau30000", surfaces);
        BinaRep binary = new BinaRep(new BinaRep.Config(2, 8, 0, ALIGNED));
        GoldenAssert.close(golden, "out_bina_rep_T2_8bit", Recordings.frames(binary, events));
        if (golden.has("out_hats_exp")) {
            cells(
                    golden,
                    "out_hats_exp",
                    events,
                    new AveragedTimeSurface.Config(1, 10, 7, 50_000, 20_000, Decay.EXPONENTIAL));
            cells(
                    golden,
                    "out_hats_lin",
                    events,
                    new AveragedTimeSurface.Config(1, 17, 5, 30_000, 20_000, Decay.LINEAR));
        }
    }

    /** Theirs are [cells, 2, surface, surface]; ours lie side by side in a picture of two channels. */
    private static void cells(GoldenCase golden, String array, EventStream events, AveragedTimeSurface.Config config) {
        AveragedTimeSurface encoder = new AveragedTimeSurface(config);
        FrameShape shape = encoder.shape(events.width(), events.height());
        double[] picture = Recordings.frames(encoder, events);
        double[] cells = new double[picture.length];
        int side = config.surface();
        int columns = shape.width() / side;
        for (int i = 0; i < cells.length; i++) {
            int cell = i / (2 * side * side);
            int polarity = i / (side * side) % 2;
            int row = cell / columns * side + i / side % side;
            int column = cell % columns * side + i % side;
            cells[i] = picture[(polarity * shape.height() + row) * shape.width() + column];
        }
        GoldenAssert.close(golden, array, cells);
    }
}
