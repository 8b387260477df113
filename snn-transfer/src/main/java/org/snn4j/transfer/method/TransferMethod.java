package org.snn4j.transfer.method;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Parameters;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.objective.ObjectiveInput;

/**
 * Answers two questions for every step of training: what does the network see, and what is the value and gradient of its loss.
 *
 * <p>Stateless. Write a new one only where no {@link ComposedTransfer} fits.
 */
public interface TransferMethod {
    /** Streams the network is trained on. */
    Set<Stream> streams();

    /** Signals that {@link #evaluate} reads. */
    Set<SignalKey> reads();

    /** The same signals by the part of the configuration that reads them, such as {@code objectives.alignment}, for messages. */
    default Map<String, Set<SignalKey>> readers() {
        return Map.of("objectives", reads());
    }

    /** Parts of the configuration among {@link #readers} that cannot follow labels shared by two classes. */
    default Set<String> needWholeLabels() {
        return readers().keySet();
    }

    /** True if {@link #prepare} may show frames of one stream in the other, so that both need the same shape. */
    boolean mixesStreams();

    /**
     * Learnable parameters besides the network's, none twice.
     *
     * @throws org.snn4j.core.ConfigurationException if two parts declare the same parameter differently
     */
    List<ParameterSpec> parameters(SignalShapes shapes);

    /**
     * What the network sees. Called ahead of time from another thread than {@link #evaluate}; its result depends on the arguments alone.
     *
     * @param batch paired frames of {@link #streams}; not written to
     * @param progress position in the phase
     * @param random fresh for each batch
     */
    Prepared prepare(Batch batch, Progress progress, RandomGenerator random);

    /** Value and gradients of the loss for what the network made of the prepared frames. */
    MethodValue evaluate(ObjectiveInput input, Parameters parameters);
}
