package org.snn4j.transfer.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Stream;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.network.SignalShapes;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.Protocol;

/**
 * What decides, without data, whether the parts of a training job fit together.
 *
 * @param phases stretches of training, in order
 * @param protocol which parts training may look at
 * @param dataName name of the data set
 * @param parts its scored parts
 * @param images frames of its images
 * @param recordings frames of its recordings
 * @param observe refuses signals that the network does not have
 * @param shapes of the network's signals
 */
public record JobOutline(
        List<Phase> phases,
        Protocol protocol,
        String dataName,
        Set<String> parts,
        FrameShape images,
        FrameShape recordings,
        Consumer<Set<SignalKey>> observe,
        Supplier<SignalShapes> shapes) {
    public JobOutline {
        phases = List.copyOf(phases);
        parts = new LinkedHashSet<>(parts);
        Check.notNull(protocol, "protocol");
        Check.notNull(images, "frames of images");
        Check.notNull(recordings, "frames of recordings");
    }

    /** Every problem with its path, none twice. */
    public List<String> problems() {
        Set<String> problems = new LinkedHashSet<>();
        phases.forEach(phase -> problems.addAll(problems(phase)));
        if (phases.stream()
                        .map(phase -> phase.settings().precision())
                        .distinct()
                        .count()
                > 1) {
            problems.add("phases: training.precision differs between phases; one network has one precision");
        }
        return List.copyOf(problems);
    }

    private List<String> problems(Phase phase) {
        String path = path(phases, phase);
        List<String> problems = new ArrayList<>();
        checkSelection(phase.settings(), problems);
        checkShapes(phase, problems);
        checkSampleMixing(phase, problems);
        checkSignals(phase, problems);
        return problems.stream().map(problem -> path + problem).toList();
    }

    /** What stands before the keys of a phase: nothing if it is the only one. */
    static String path(List<Phase> phases, Phase phase) {
        return phases.size() == 1 ? "" : "phases." + phase.name() + ".";
    }

    private void checkSelection(TrainingSettings settings, List<String> problems) {
        if (settings.selection() == Selection.BEST_TEST && protocol != Protocol.PAPER) {
            problems.add(
                    "training.selection: best-test looks at the test part; it is only allowed under 'protocol: paper'");
        }
        settings.selection()
                .part()
                .filter(part -> !parts.contains(part))
                .ifPresent(part -> problems.add("training.selection: there is no " + part + " part in data set "
                        + dataName + "; parts: " + parts));
    }

    private void checkShapes(Phase phase, List<String> problems) {
        if (!phase.method().streams().containsAll(EnumSet.allOf(Stream.class))) {
            return;
        }
        boolean sameFrames = images.steps() == recordings.steps()
                && images.height() == recordings.height()
                && images.width() == recordings.width();
        if (!sameFrames) {
            problems.add("image-encoder: images become " + images + ", recordings " + recordings
                    + "; steps, height and width must agree");
        } else if (phase.method().mixesStreams() && images.channels() != recordings.channels()) {
            problems.add("mixing: images have " + images.channels() + " channels, recordings " + recordings.channels()
                    + "; only frames of one shape can be mixed");
        }
    }

    private static void checkSampleMixing(Phase phase, List<String> problems) {
        if (!phase.sampleMixing().mixes()) {
            return;
        }
        if (!phase.method().streams().equals(EnumSet.of(Stream.TARGET))) {
            problems.add(
                    "sample-mixing: gives recordings labels of two classes, to which no paired image belongs; streams are "
                            + phase.method().streams().stream()
                                    .map(Stream::label)
                                    .toList()
                            + ", must be [target], or use 'none'");
        }
        phase.method()
                .needWholeLabels()
                .forEach(reader -> problems.add("sample-mixing: gives recordings labels of two classes, which " + reader
                        + " cannot follow; use 'none'"));
    }

    private void checkSignals(Phase phase, List<String> problems) {
        int before = problems.size();
        phase.method().readers().forEach((reader, signals) -> {
            try {
                observe.accept(signals);
            } catch (IllegalArgumentException e) {
                problems.add(reader + ": " + e.getMessage());
            }
        });
        if (problems.size() > before) {
            return;
        }
        try {
            phase.method().parameters(shapes.get());
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        }
    }
}
