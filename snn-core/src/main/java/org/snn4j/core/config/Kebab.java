package org.snn4j.core.config;

import java.util.Locale;

/** Spelling of names in files: {@code learningRate} and {@code LEARNING_RATE} are both written {@code learning-rate}. */
final class Kebab {
    private Kebab() {}

    /** From a record component or a simple class name in camel case; digits stay with the word in front of them. */
    static String fromCamel(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                boolean newWord = i > 0
                        && (!Character.isUpperCase(name.charAt(i - 1))
                                || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
                if (newWord) {
                    out.append('-');
                }
                out.append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** From an enum constant. */
    static String fromConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
