package org.snn4j.data.split;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.core.Check;

/**
 * What is to be split.
 *
 * @param set name of the data set, for messages
 * @param classes class names, by label
 * @param recordings all recordings, in the order of the data set: a class's recordings by number
 * @param folder folder that names of files are resolved from
 */
public record SplitTask(String set, List<String> classes, List<Candidate> recordings, Path folder) {
    public SplitTask {
        Check.notBlank(set, "set");
        classes = List.copyOf(classes);
        recordings = List.copyOf(recordings);
        for (Candidate recording : recordings) {
            Check.inRange(recording.label(), 0, classes.size() - 1, "label of " + recording.path());
        }
    }

    /** Indices of the recordings of a class, in order. */
    int[] ofClass(int label) {
        return IntStream.range(0, recordings.size())
                .filter(i -> recordings.get(i).label() == label)
                .toArray();
    }

    /** Class of each recording. */
    int[] labels() {
        return recordings.stream().mapToInt(Candidate::label).toArray();
    }

    /** True if the data set has a split of its own. */
    boolean hasOwnParts() {
        return recordings.stream().noneMatch(recording -> recording.part().isEmpty());
    }
}
