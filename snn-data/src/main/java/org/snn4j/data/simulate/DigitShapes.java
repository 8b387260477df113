package org.snn4j.data.simulate;

import java.util.Arrays;
import java.util.List;

/** Ways of writing each digit: strokes of control points in the unit square, x to the right, y down; a point given twice is a corner. */
final class DigitShapes {
    private static final String[][] SHAPES = {
        {
            ".5,.05 .25,.15 .15,.5 .25,.85 .5,.95 .75,.85 .85,.5 .75,.15 .5,.05",
            ".62,.08 .35,.1 .18,.4 .25,.8 .5,.95 .78,.75 .82,.35 .65,.1 .45,.14"
        },
        {
            ".5,.05 .5,.5 .5,.95",
            ".3,.25 .55,.05 .55,.05 .55,.95",
            ".3,.25 .52,.05 .52,.05 .5,.95 .5,.95 | .28,.95 .74,.95"
        },
        {
            ".2,.25 .35,.07 .65,.07 .78,.28 .6,.55 .2,.93 .2,.93 .82,.93",
            ".2,.22 .45,.05 .75,.2 .65,.5 .3,.85 .18,.9 .2,.75 .4,.8 .6,.93 .85,.88"
        },
        {
            ".2,.15 .5,.05 .75,.2 .65,.42 .42,.48 .42,.48 .75,.58 .78,.82 .5,.96 .2,.85",
            ".22,.07 .75,.07 .75,.07 .45,.42 .45,.42 .75,.55 .75,.82 .48,.95 .2,.85"
        },
        {
            ".3,.05 .18,.55 .18,.55 .82,.55 | .68,.1 .62,.95",
            ".62,.05 .15,.62 .15,.62 .85,.62 | .62,.05 .62,.95",
            ".25,.08 .22,.4 .4,.52 .7,.42 | .75,.05 .7,.45 .65,.95"
        },
        {
            ".75,.07 .3,.07 .3,.07 .25,.42 .25,.42 .55,.38 .78,.6 .7,.88 .45,.96 .2,.88",
            ".78,.1 .4,.1 .3,.3 .32,.45 .6,.48 .75,.7 .55,.93 .22,.9"
        },
        {
            ".68,.05 .38,.25 .22,.6 .3,.9 .55,.96 .75,.78 .65,.55 .4,.55 .25,.72",
            ".55,.05 .3,.5 .25,.8 .5,.96 .72,.78 .55,.58 .28,.72"
        },
        {
            ".18,.1 .8,.1 .8,.1 .55,.5 .42,.95",
            ".18,.12 .8,.08 .8,.08 .45,.95 | .35,.52 .72,.48",
            ".18,.25 .2,.08 .2,.08 .8,.1 .8,.1 .6,.4 .5,.95"
        },
        {
            ".7,.2 .5,.05 .28,.2 .4,.42 .65,.58 .72,.82 .5,.96 .27,.82 .35,.6 .6,.42 .7,.2",
            ".5,.05 .3,.15 .3,.38 .5,.47 .7,.38 .7,.15 .5,.05 | .5,.47 .25,.6 .25,.88 .5,.96 .75,.88 .75,.6 .5,.47"
        },
        {
            ".72,.25 .55,.05 .3,.12 .25,.38 .45,.5 .68,.38 .72,.22 .72,.22 .7,.6 .62,.95",
            ".7,.2 .45,.05 .25,.25 .4,.48 .65,.4 .72,.18 .75,.5 .65,.85 .4,.96 .22,.85"
        }
    };

    /** Number of digits. */
    static final int CLASSES = SHAPES.length;

    private static final List<List<double[][][]>> PARSED = Arrays.stream(SHAPES)
            .map(ways -> Arrays.stream(ways).map(DigitShapes::parse).toList())
            .toList();

    private DigitShapes() {}

    /** Ways of writing a digit, each as [stroke][point][x, y]; not to be written to. */
    static List<double[][][]> of(int digit) {
        return PARSED.get(digit);
    }

    private static double[][][] parse(String strokes) {
        return Arrays.stream(strokes.split("\\|"))
                .map(stroke -> Arrays.stream(stroke.strip().split(" "))
                        .map(DigitShapes::point)
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] point(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
