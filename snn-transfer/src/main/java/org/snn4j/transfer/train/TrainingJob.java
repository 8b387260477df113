package org.snn4j.transfer.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.core.network.Network;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.data.dataset.Protocol;

/**
 * One network to train.
 *
 * @param network the network; trained in place and left in the state that was selected
 * @param phases stretches of training, in order
 * @param data what is trained on and scored
 * @param protocol which protocol the data follow
 * @param seeds root of the streams {@code shuffling/...}, {@code mixing/...} and {@code objectives/...}
 * @param identity identity of the run's configuration, stored in its checkpoints
 * @param folder where {@code model.safetensors} is written at the end, or {@code last.safetensors} after an interruption; empty writes nothing
 */
public record TrainingJob(
        Network network,
        List<Phase> phases,
        PairedData data,
        Protocol protocol,
        Seeds seeds,
        String identity,
        Optional<Path> folder) {
    public TrainingJob {
        Check.notNull(network, "network");
        phases = List.copyOf(phases);
        Check.notNull(data, "data");
        Check.notNull(protocol, "protocol");
        Check.notNull(seeds, "seeds");
        Check.notNull(identity, "identity");
        Check.notNull(folder, "folder");
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("phases is empty, must name at least one");
        }
        if (phases.stream().map(Phase::name).distinct().count() != phases.size()) {
            throw new IllegalArgumentException(
                    "phases are " + phases.stream().map(Phase::name).toList() + ", no name may come twice");
        }
    }
}
