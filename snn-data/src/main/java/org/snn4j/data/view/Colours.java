package org.snn4j.data.view;

/** Colours of the two polarities, which also people who do not tell red from green tell apart, on any ground. */
final class Colours {
    static final int ON = 0xff2f7fe0;
    static final int OFF = 0xffe0662f;
    static final int GROUND = 0xff14161a;

    private Colours() {}

    /** Ground towards white, blue for ON, orange for OFF; {@code on} and {@code off} in [0, 1]. */
    static int mix(double on, double off) {
        double strength = Math.max(on, off);
        double share = on + off == 0 ? 0 : on / (on + off);
        int colour = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double full = share * (ON >> shift & 0xff) + (1 - share) * (OFF >> shift & 0xff);
            double ground = GROUND >> shift & 0xff;
            colour = colour << 8 | (int) Math.round(ground + strength * (full - ground));
        }
        return colour;
    }
}
