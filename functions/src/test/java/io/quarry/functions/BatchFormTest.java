package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The batch form of every scalar function gives what its row form gives, or fails as that does. (Sigma's functions take
 * a constant that its front end would not make for a bug: an {@code IllegalStateException}.)
 */
final class BatchFormTest {
    private static final int ROWS = 40;

    /** For random arguments they make arrays of a million elements; their examples have to do. */
    private static final Set<String> LARGE = Set.of("range", "repeat");

    static Stream<Arguments> functions() {
        Map<ScalarFunction, Language> functions = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            for (String name : Functions.names(language)) {
                Functions.scalars(language, name).forEach(function -> functions.put(function, language));
            }
        }
        return functions.entrySet().stream()
                .filter(entry -> entry.getKey().isDeterministic())
                .filter(entry -> !LARGE.contains(entry.getKey().name()))
                .map(entry -> Arguments.of(
                        Named.of(entry.getKey().name() + entry.getKey().signature(), entry.getKey()),
                        entry.getValue()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void batchFormIsRowForm(ScalarFunction function, Language language) {
        for (long seed = 1; seed <= 6; seed++) {
            RandomValues values = new RandomValues(seed);
            Vector[] arguments = arguments(function.signature(), values, language);
            List<Object> expected = new ArrayList<>();
            boolean fails = false;
            for (int row = 0; row < ROWS; row++) {
                try {
                    expected.add(function.apply(BatchLoop.row(arguments, row)));
                } catch (FunctionException | IllegalStateException e) {
                    fails = true;
                }
            }
            if (fails) {
                assertThatThrownBy(() -> function.apply(arguments, ROWS))
                        .isInstanceOfAny(FunctionException.class, IllegalStateException.class);
                continue;
            }
            Vector result = function.apply(arguments, ROWS);
            assertThat(result.type()).isEqualTo(function.signature().result());
            assertThat(result.size()).isEqualTo(ROWS);
            List<Object> actual = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                actual.add(result.value(row));
            }
            assertThat(actual)
                    .as("%s%s, seed %d", function.name(), function.signature(), seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void noRowsGiveNoRows(ScalarFunction function, Language language) {
        Signature signature = function.signature();
        Vector[] arguments = signature.parameters().stream()
                .map(type -> Vector.builder(type).build())
                .toArray(Vector[]::new);
        assertThat(function.apply(arguments, 0).size()).isZero();
    }

    /** Lists of Sigma are texts that its front end gives as constants. */
    private static Vector[] arguments(Signature signature, RandomValues values, Language language) {
        int fixed = signature.parameters().size() - (signature.variadic() ? 1 : 0);
        int count = fixed + (signature.variadic() ? values.random().nextInt(4) : 0);
        Vector[] arguments = new Vector[count];
        for (int i = 0; i < count; i++) {
            boolean isList = language == Language.SIGMA && signature.parameter(i) == Type.DYNAMIC;
            arguments[i] = isList
                    ? Vector.constant(Type.DYNAMIC, List.of("a", "abc", "c:\\\\dir*"), ROWS)
                    : values.vector(signature.parameter(i), ROWS);
        }
        return arguments;
    }
}
