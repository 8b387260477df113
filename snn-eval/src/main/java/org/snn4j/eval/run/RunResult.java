package org.snn4j.eval.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.eval.metric.Measurement;

/**
 * Content of {@code result.json}.
 *
 * @param format version of this layout
 * @param identity SHA-256 of the effective configuration
 * @param interrupted true if the user ended it early
 * @param metrics by name, for instance {@code accuracy.test}, {@code spike-rate.test/conv1}
 * @param counts by name, for instance {@value #IMAGES_SEEN}
 * @param seconds wall-clock time by stage, for instance {@value #TRAINING}
 */
public record RunResult(
        int format,
        String identity,
        boolean interrupted,
        Map<String, Measurement> metrics,
        Map<String, Long> counts,
        Map<String, Double> seconds) {
    /** The layout this program writes. */
    public static final int FORMAT = 1;
    /** Count: different still images of which training showed at least one frame. */
    public static final String IMAGES_SEEN = "images-seen";
    /** Count: times training showed a still image. */
    public static final String IMAGE_PRESENTATIONS = "image-presentations";
    /** Count: different recordings training showed. */
    public static final String RECORDINGS = "recordings";
    /** Count: times training showed a recording. */
    public static final String RECORDING_PRESENTATIONS = "recording-presentations";
    /** Count: steps of the optimizer. */
    public static final String OPTIMIZER_STEPS = "optimizer-steps";
    /** Stage: training, validation included. */
    public static final String TRAINING = "training";

    public RunResult {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format is " + format + ", this version reads " + FORMAT);
        }
        Check.notBlank(identity, "identity");
        metrics = copy(metrics, "metrics");
        counts = copy(counts, "counts");
        seconds = copy(seconds, "seconds");
    }

    /** A metric, if it was measured. */
    public Optional<Measurement> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    private static <V> Map<String, V> copy(Map<String, V> map, String name) {
        Check.notNull(map, name);
        map.forEach((key, value) -> Check.notNull(value, name + "." + key));
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
