package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.layer.LayerProfile;

/** What each layer did in the passes of a measurement, for the reports. */
final class LayerTimes {
    private static final double MILLI = 1e6;

    private LayerTimes() {}

    /** For each layer its name, mean milliseconds forward and backward, and its kernels with the densities they were chosen by. */
    static List<Map<String, Object>> of(LayerProfile profile, int passes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        profile.layers().forEach((name, entry) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("layer", name);
            row.put("kernels", entry.kernels());
            row.put("forward", entry.forward() / MILLI / passes);
            row.put("backward", entry.backward() / MILLI / passes);
            rows.add(row);
        });
        return rows;
    }
}
