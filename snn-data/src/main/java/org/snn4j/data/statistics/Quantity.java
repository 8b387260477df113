package org.snn4j.data.statistics;

/** What is measured of a set of recordings: a number of each recording, or numbers of each of its events or pixels. */
public enum Quantity {
    EVENTS("events of a recording", ""),
    RATE("events per pixel and second", "1/s"),
    ON_SHARE("share of ON events", ""),
    ACTIVE("share of pixels with an event", ""),
    CENTRE_X("mean x", "pixels"),
    CENTRE_Y("mean y", "pixels"),
    SPREAD_X("standard deviation of x", "pixels"),
    SPREAD_Y("standard deviation of y", "pixels"),
    EVENTS_FIRST("events in the first third", ""),
    EVENTS_SECOND("events in the second third", ""),
    EVENTS_THIRD("events in the last third", ""),
    INTERVAL_LOW("time between events of a pixel, 10 % quantile", "ms"),
    INTERVAL_MIDDLE("time between events of a pixel, median", "ms"),
    INTERVAL_HIGH("time between events of a pixel, 90 % quantile", "ms"),
    TIMES("time of events", "ms"),
    INTERVALS("time between events of a pixel, all, as log10", "log10 ms"),
    PIXEL_EVENTS("events of a pixel that has any", "");

    private final String title;
    private final String unit;

    Quantity(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Unit of its values; empty for counts and shares. */
    public String unit() {
        return unit;
    }

    /** False for quantities that have one value per recording. */
    public boolean pooled() {
        return ordinal() >= TIMES.ordinal();
    }
}
