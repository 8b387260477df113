package org.snn4j.data.encode;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snn4j.data.resize.Interpolation;

/** The contract for choices other than the defaults: without resize where the default has one and with it where it has none, and every value of every enum. */
class EncoderVariantsTest {
    private static final Interpolation ALIGNED = Interpolation.BILINEAR_ALIGNED;

    private static final List<EventEncoder> VARIANTS = List.of(
            new CountByNumber(new CountByNumber.Config(4, 7, ALIGNED)),
            new He2024Frames(new He2024Frames.Config(4, 0, He2024Frames.Sensor.WHOLE)),
            new He2024Frames(new He2024Frames.Config(4, 10, He2024Frames.Sensor.FITTED)),
            new BinaryByNumber(new BinaryByNumber.Config(
                    4, 0, BinaryByNumber.Resize.CHANNEL_WISE, BinaryByNumber.EmptySlice.ZERO)),
            new NOmniglotFrames(
                    new NOmniglotFrames.Config(4, 0, NOmniglotFrames.Value.EVENT, NOmniglotFrames.Region.WHOLE)),
            new NOmniglotFrames(
                    new NOmniglotFrames.Config(4, 0, NOmniglotFrames.Value.FREQUENCY, NOmniglotFrames.Region.WHOLE)),
            new FixedTimeWindow(new FixedTimeWindow.Config(5, 700, 0, ALIGNED)),
            new FixedEventCount(new FixedEventCount.Config(5, 17, 0, ALIGNED)),
            new BinaryByTime(new BinaryByTime.Config(4, 7, ALIGNED)),
            voxels(VoxelGrid.Polarities.SEPARATE, VoxelGrid.Span.FIRST_TO_LAST, 0),
            voxels(VoxelGrid.Polarities.SEPARATE, VoxelGrid.Span.BEYOND_LAST, 0),
            voxels(VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.BEYOND_LAST, 0),
            voxels(VoxelGrid.Polarities.SIGNED, VoxelGrid.Span.FIRST_TO_LAST, 20),
            new TimeSurface(new TimeSurface.Config(4, 0, 100, Decay.LINEAR, 0, ALIGNED)),
            new TimeSurface(new TimeSurface.Config(4, 900, 100, Decay.EXPONENTIAL, 20, ALIGNED)),
            new AveragedTimeSurface(new AveragedTimeSurface.Config(2, 5, 3, 1000, 500, Decay.LINEAR)),
            new EventSpikeTensor(new EventSpikeTensor.Config(4, EventSpikeTensor.Measurement.COUNT, 0, ALIGNED)),
            new BinaRep(new BinaRep.Config(3, 1, 0, ALIGNED)),
            new BinaRep(new BinaRep.Config(1, 24, 0, ALIGNED)),
            new SubFrames(new SubFrames.Config(3, 3, SubFrames.Division.BY_NUMBER, 0, ALIGNED)),
            new SubFrames(new SubFrames.Config(3, 3, SubFrames.Division.BY_TIME, 20, ALIGNED)));

    private static VoxelGrid voxels(VoxelGrid.Polarities polarities, VoxelGrid.Span span, int size) {
        return new VoxelGrid(new VoxelGrid.Config(4, polarities, span, size, ALIGNED));
    }

    @TestFactory
    Stream<DynamicTest> everyVariantHoldsTheContract() {
        return VARIANTS.stream().flatMap(encoder -> Arrays.stream(EventEncoderContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(
                        encoder.getClass().getSimpleName() + " " + method.getName(), () -> run(method, encoder))));
    }

    private static void run(Method method, EventEncoder encoder) throws Throwable {
        EventEncoderContract suite = () -> encoder;
        try {
            method.invoke(suite);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
