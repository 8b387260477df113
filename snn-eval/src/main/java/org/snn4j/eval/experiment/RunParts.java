package org.snn4j.eval.experiment;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;
import org.snn4j.core.Stream;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.data.dataset.FrameKeeping;
import org.snn4j.data.dataset.PairedDataset;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.ImageEncoder;
import org.snn4j.data.split.SplitRule;
import org.snn4j.transfer.train.Phase;

/**
 * The objects of one run that need no data.
 *
 * @param dataset where recordings and images come from
 * @param events makes frames of recordings
 * @param images makes frames of still images
 * @param protocol which images training may see
 * @param split which recordings are trained on and which are tested on; empty for the split that is usual for the data set
 * @param keeping where prepared frames are kept
 * @param architecture layers of the network
 * @param neurons its neurons
 * @param phases stretches of training, in order; at least one
 */
public record RunParts(
        PairedDataset dataset,
        EventEncoder events,
        ImageEncoder images,
        Protocol protocol,
        Optional<SplitRule> split,
        FrameKeeping keeping,
        Architecture architecture,
        NeuronModel neurons,
        List<Phase> phases) {
    public RunParts {
        Check.notNull(dataset, "data set");
        Check.notNull(events, "event encoder");
        Check.notNull(images, "image encoder");
        Check.notNull(protocol, "protocol");
        Check.notNull(split, "split");
        Check.notNull(keeping, "keeping of frames");
        Check.notNull(architecture, "network");
        Check.notNull(neurons, "neurons");
        phases = List.copyOf(phases);
        Check.atLeast(phases.size(), 1, "number of phases");
    }

    /** Streams the network must know: those of any phase, and the target stream, which is scored. */
    Set<Stream> streams() {
        Set<Stream> streams = EnumSet.of(Stream.TARGET);
        phases.forEach(phase -> streams.addAll(phase.method().streams()));
        return streams;
    }

    /** The phase whose network is scored. */
    public Phase last() {
        return phases.get(phases.size() - 1);
    }
}
