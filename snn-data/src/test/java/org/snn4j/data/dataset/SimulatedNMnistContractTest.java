package org.snn4j.data.dataset;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The twin of N-MNIST, small, with validation and left-out recordings. */
class SimulatedNMnistContractTest implements PairedDatasetContract {
    @TempDir
    private static Path cache;

    @Override
    public PairedDataset dataset() {
        return new SimulatedNMnist(new SimulatedNMnist.Config(0.5, 0.25, 0, 2000, 1, 80, 20, 100, 1), cache);
    }

    @Override
    public DatasetContext context(Protocol protocol, long seed) {
        return DataContexts.of(null, protocol, seed);
    }
}
