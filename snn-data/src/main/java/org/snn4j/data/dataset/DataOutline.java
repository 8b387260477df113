package org.snn4j.data.dataset;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.snn4j.core.Check;

/**
 * What is known of a data set before it is read.
 *
 * @param name its name in files
 * @param sensorWidth columns of the sensor
 * @param sensorHeight rows of the sensor
 * @param classes number of classes
 * @param parts scored parts that it will have
 */
public record DataOutline(String name, int sensorWidth, int sensorHeight, int classes, Set<String> parts) {
    public DataOutline {
        Check.notBlank(name, "name");
        Check.atLeast(sensorWidth, 1, "sensor width");
        Check.atLeast(sensorHeight, 1, "sensor height");
        Check.atLeast(classes, 1, "classes");
        parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
    }
}
