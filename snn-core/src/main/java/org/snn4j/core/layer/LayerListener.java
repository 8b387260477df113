package org.snn4j.core.layer;

/** Hears of the work of each layer of a network, on the thread that runs the network. */
public interface LayerListener {
    /** Which way a pass goes. */
    enum Direction {
        FORWARD,
        BACKWARD
    }

    /** Hears nothing. */
    LayerListener NONE = new LayerListener() {
        @Override
        public void began(String layer, Direction direction) {}

        @Override
        public void ended(String layer, Direction direction) {}
    };

    /** A layer begins its part of a pass. */
    void began(String layer, Direction direction);

    /** It has done it. Not called if it failed. */
    void ended(String layer, Direction direction);
}
