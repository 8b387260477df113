package org.snn4j.data.mix;

/** What the share of a class in the label of a mixture is made of. */
public enum LabelRule {
    /** Nothing is mixed; the label is the sample's own. */
    OWN,
    /** The factor of the sample's values. */
    WEIGHT,
    /** The part of the area that shows the sample. */
    AREA,
    /** The part of its events that a sample still shows, relative to the sum of both samples' parts. */
    EVENTS,
    /** The partner's squared distance from the mixture, relative to the sum of both samples' squared distances. */
    DISTANCE
}
