package org.snn4j.eval.experiment;

import java.util.List;
import java.util.Map;
import org.snn4j.data.dataset.FrameKeeping;
import org.snn4j.data.dataset.PairedData;

/** Where the encoded frames of a run lie, in words. */
public final class FramePlaces {
    private FramePlaces() {}

    /**
     * Such as {@code in memory (cache: never)}.
     *
     * @param policy what the run's file asks for
     */
    public static String text(PairedData data, FrameKeeping.Policy policy) {
        List<String> files = data.parts().entrySet().stream()
                .filter(part -> part.getValue().inFiles())
                .map(Map.Entry::getKey)
                .toList();
        String place;
        if (files.isEmpty()) {
            place = "in memory";
        } else if (files.size() == data.parts().size()) {
            place = "in cache files";
        } else {
            place = String.join(", ", files) + " in cache files, the others in memory";
        }
        return place + " (cache: " + Labels.of(policy) + ")";
    }
}
