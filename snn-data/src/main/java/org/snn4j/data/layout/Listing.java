package org.snn4j.data.layout;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.core.ConfigurationException;

/** What is common to all layouts. */
final class Listing {
    private static final int SHOWN = 20;

    private Listing() {}

    /** Stops if there are problems; shows the first of them. */
    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
            if (problems.size() > SHOWN) {
                shown.add("data: and " + (problems.size() - SHOWN) + " more");
            }
            throw new ConfigurationException(shown);
        }
    }
}
