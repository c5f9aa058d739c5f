package io.quarry.functions.sigma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Numbers to compare a field with, prepared from a dynamic array of their texts. */
public final class Numbers {
    private static final int LONGEST = 64;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]+)");

    private final List<BigDecimal> numbers;

    private Numbers(List<BigDecimal> numbers) {
        this.numbers = numbers;
    }

    public static Numbers of(Object texts) {
        return new Numbers(RuleTexts.of(texts).stream()
                .map(text -> parse(text).orElseThrow(() -> new IllegalStateException("no number: " + text)))
                .toList());
    }

    /** A decimal number or an integer such as {@code 0x1a2c}; empty for any other text. */
    public static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        if (DECIMAL.matcher(stripped).matches()) {
            return Optional.of(new BigDecimal(stripped));
        }
        var hexadecimal = HEXADECIMAL.matcher(stripped);
        return hexadecimal.matches()
                ? Optional.of(new BigDecimal(new BigInteger(hexadecimal.group(1) + hexadecimal.group(2), 16)))
                : Optional.empty();
    }

    /** True if the occurrence is a number whose comparison with one of these has that sign. */
    boolean any(String occurrence, IntPredicate sign) {
        Optional<BigDecimal> value = parse(occurrence);
        return value.isPresent()
                && numbers.stream().anyMatch(number -> sign.test(value.get().compareTo(number)));
    }
}
