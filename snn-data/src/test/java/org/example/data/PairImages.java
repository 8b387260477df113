package org.example.data;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.snn4j.core.Seeds;
import org.snn4j.data.dataset.DatasetContext;
import org.snn4j.data.dataset.NMnist;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.nd4j.FrameAxes;
import org.snn4j.data.nd4j.PairIterator;
import org.snn4j.data.pair.PerRecording;

/** Opens N-MNIST with MNIST, without the pictures of recordings that are scored, and gives recordings with images of the same class. */
final class PairImages {
    private PairImages() {}

    public static void main(String[] arguments) {
        Seeds seeds = new Seeds(1);
        DatasetContext context = DatasetContext.of(
                Path.of(arguments[0]),
                new CountByNumber(CountByNumber.Config.DEFAULTS),
                new VChannel(VChannel.Config.DEFAULTS),
                Protocol.CLEAN,
                seeds);
        PairedData data = new NMnist(NMnist.Config.DEFAULTS).open(context);
        PerRecording pairing = new PerRecording(PerRecording.Config.DEFAULTS);
        PairIterator batches = PairIterator.of(data, pairing, seeds, 4, FrameAxes.STEPS_AS_CHANNELS);
        MultiDataSet first = batches.next();
        System.out.printf(
                "recordings %s, images %s, %d classes%n",
                Arrays.toString(first.getFeatures(0).shape()),
                Arrays.toString(first.getFeatures(1).shape()),
                first.getLabels(0).size(1));
    }
}
