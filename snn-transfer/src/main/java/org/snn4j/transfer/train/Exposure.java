package org.snn4j.transfer.train;

/**
 * How much data a run has shown to the network so far, in how many steps, over all phases.
 *
 * @param distinctImages different images of which at least one frame was shown
 * @param imagePresentations times an image was shown in at least one frame
 * @param distinctRecordings different recordings shown in the target stream
 * @param recordingPresentations times a recording was shown in the target stream
 * @param steps steps of the optimizer
 */
public record Exposure(
        int distinctImages, long imagePresentations, int distinctRecordings, long recordingPresentations, long steps) {}
