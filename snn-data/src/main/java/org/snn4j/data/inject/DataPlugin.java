package org.snn4j.data.inject;

import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.data.augment.Crop;
import org.snn4j.data.augment.Cutout;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.augment.He2024Augmentation;
import org.snn4j.data.augment.Nda;
import org.snn4j.data.augment.NoAugmentation;
import org.snn4j.data.augment.Shift;
import org.snn4j.data.dataset.AslDvs;
import org.snn4j.data.dataset.CepDvs;
import org.snn4j.data.dataset.Cifar10Dvs;
import org.snn4j.data.dataset.Dvs128Gesture;
import org.snn4j.data.dataset.FrameKeeping;
import org.snn4j.data.dataset.NCaltech101;
import org.snn4j.data.dataset.NCars;
import org.snn4j.data.dataset.NMnist;
import org.snn4j.data.dataset.NOmniglot;
import org.snn4j.data.dataset.PairedDataset;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.dataset.SimulatedNMnist;
import org.snn4j.data.dataset.SimulatedTrainingNMnist;
import org.snn4j.data.encode.AveragedTimeSurface;
import org.snn4j.data.encode.BinaRep;
import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.BinaryByTime;
import org.snn4j.data.encode.BlueChannel;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.encode.CountByTimeTonic;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.EventSpikeTensor;
import org.snn4j.data.encode.FixedEventCount;
import org.snn4j.data.encode.FixedTimeWindow;
import org.snn4j.data.encode.He2024Frames;
import org.snn4j.data.encode.ImageEncoder;
import org.snn4j.data.encode.NOmniglotFrames;
import org.snn4j.data.encode.Repeat;
import org.snn4j.data.encode.SubFrames;
import org.snn4j.data.encode.TimeSurface;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.encode.VoxelGrid;
import org.snn4j.data.mix.CutMix;
import org.snn4j.data.mix.EventMix;
import org.snn4j.data.mix.MixUp;
import org.snn4j.data.mix.NoSampleMixing;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.split.FirstOfClass;
import org.snn4j.data.split.He2024CepRule;
import org.snn4j.data.split.He2024Rule;
import org.snn4j.data.split.ManifestSplit;
import org.snn4j.data.split.NOmniglotSplit;
import org.snn4j.data.split.OwnSplit;
import org.snn4j.data.split.RandomSplit;
import org.snn4j.data.split.SpikingJellySplit;
import org.snn4j.data.split.SplitRule;
import org.snn4j.data.split.StratifiedFolds;
import org.snn4j.data.split.TebnSplit;
import org.snn4j.data.split.TetSplit;
import org.snn4j.data.transform.BackgroundActivityFilter;
import org.snn4j.data.transform.CropSensor;
import org.snn4j.data.transform.DropByArea;
import org.snn4j.data.transform.DropByTime;
import org.snn4j.data.transform.DropRandom;
import org.snn4j.data.transform.EventDrop;
import org.snn4j.data.transform.EventTransform;
import org.snn4j.data.transform.Flip;
import org.snn4j.data.transform.HotPixelFilter;
import org.snn4j.data.transform.MergePolarity;
import org.snn4j.data.transform.RefractoryFilter;
import org.snn4j.data.transform.Roll;
import org.snn4j.data.transform.Rotate;
import org.snn4j.data.transform.Scale;
import org.snn4j.data.transform.TimeJitter;

/** Components and sections of snn-data. */
public final class DataPlugin extends ComponentPlugin {
    @Override
    protected void configure() {
        section("event-encoder", EventEncoder.class);
        slot(EventEncoder.class)
                .add("count-by-number", CountByNumber.class)
                .add("count-by-time", CountByTime.class)
                .add("count-by-time-tonic", CountByTimeTonic.class)
                .add("he2024-frames", He2024Frames.class)
                .add("binary-by-number", BinaryByNumber.class)
                .add("n-omniglot-frames", NOmniglotFrames.class)
                .add("fixed-time-window", FixedTimeWindow.class)
                .add("fixed-event-count", FixedEventCount.class)
                .add("binary-by-time", BinaryByTime.class)
                .add("voxel-grid", VoxelGrid.class)
                .add("time-surface", TimeSurface.class)
                .add("averaged-time-surface", AveragedTimeSurface.class)
                .add("event-spike-tensor", EventSpikeTensor.class)
                .add("bina-rep", BinaRep.class)
                .add("sub-frames", SubFrames.class);

        sections("event-transforms", EventTransform.class).optional();
        slot(EventTransform.class)
                .add("crop", CropSensor.class)
                .add("flip", Flip.class)
                .add("roll", Roll.class)
                .add("rotate", Rotate.class)
                .add("scale", Scale.class)
                .add("time-jitter", TimeJitter.class)
                .add("drop-random", DropRandom.class)
                .add("drop-by-time", DropByTime.class)
                .add("drop-by-area", DropByArea.class)
                .add("event-drop", EventDrop.class)
                .add("refractory-filter", RefractoryFilter.class)
                .add("background-activity-filter", BackgroundActivityFilter.class)
                .add("hot-pixel-filter", HotPixelFilter.class)
                .add("merge-polarity", MergePolarity.class);

        value("protocol", Protocol.class).orElse(Protocol.CLEAN);
        value("cache", FrameKeeping.Policy.class)
                .orElse(FrameKeeping.Policy.WHEN_NEEDED)
                .descriptive();
        section("data", PairedDataset.class);
        slot(PairedDataset.class)
                .add("n-mnist", NMnist.class)
                .add("simulated-training-n-mnist", SimulatedTrainingNMnist.class)
                .add("simulated-n-mnist", SimulatedNMnist.class)
                .add("cifar10-dvs", Cifar10Dvs.class)
                .add("n-caltech101", NCaltech101.class)
                .add("cep-dvs", CepDvs.class)
                .add("n-omniglot", NOmniglot.class)
                .add("dvs128-gesture", Dvs128Gesture.class)
                .add("asl-dvs", AslDvs.class)
                .add("n-cars", NCars.class);

        section("split", SplitRule.class).optional();
        slot(SplitRule.class)
                .add("own", OwnSplit.class)
                .add("first-of-class", FirstOfClass.class)
                .add("spikingjelly", SpikingJellySplit.class)
                .add("he2024", He2024Rule.class)
                .add("he2024-cep", He2024CepRule.class)
                .add("tebn", TebnSplit.class)
                .add("tet", TetSplit.class)
                .add("n-omniglot", NOmniglotSplit.class)
                .add("random", RandomSplit.class)
                .add("k-fold", StratifiedFolds.class)
                .add("manifest", ManifestSplit.class);

        section("image-encoder", ImageEncoder.class).orElse("v-channel");
        slot(ImageEncoder.class)
                .add("v-channel", VChannel.class)
                .add("blue-channel", BlueChannel.class)
                .add("repeat", Repeat.class);

        section("augmentation", FrameAugmentation.class).orElse("none").perPhase();
        slot(FrameAugmentation.class)
                .add("none", NoAugmentation.class)
                .add("shift", Shift.class)
                .add("crop", Crop.class)
                .add("he2024-augmentation", He2024Augmentation.class)
                .add("nda", Nda.class)
                .add("cutout", Cutout.class);

        section("sample-mixing", SampleMixing.class).optional().perPhase();
        slot(SampleMixing.class)
                .add("none", NoSampleMixing.class)
                .add("mix-up", MixUp.class)
                .add("cut-mix", CutMix.class)
                .add("event-mix", EventMix.class);
    }
}
