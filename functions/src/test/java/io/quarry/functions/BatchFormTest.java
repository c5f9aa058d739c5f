package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The batch form of every scalar function gives what its row form gives, or fails as that does. */
final class BatchFormTest {
    private static final int ROWS = 40;

    /** For random arguments they make arrays of a million elements; their examples have to do. */
    private static final Set<String> LARGE = Set.of("range", "repeat");

    /** What hash() takes. Of anything else it is refused. */
    private static final Set<Type> HASHED = Set.of(Type.STRING, Type.LONG, Type.DATETIME, Type.TIMESPAN);

    /** What rules write: texts, networks, numbers. */
    private static final List<List<String>> LISTS =
            List.of(List.of("a", "abc", "c:\\\\dir*"), List.of("10.0.0.0/8", "::/0"), List.of("7", "2020", "0x1F"));

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
        int answered = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Vector[] arguments = arguments(function.signature(), new RandomValues(seed), language);
            List<Object> expected = new ArrayList<>();
            int[] answers = new int[ROWS];
            for (int row = 0; row < ROWS; row++) {
                Object[] values = BatchLoop.row(arguments, row);
                try {
                    expected.add(function.apply(values));
                    answers[expected.size() - 1] = row;
                    answered += Arrays.asList(values).contains(null) ? 0 : 1;
                } catch (RuntimeException e) {
                    Vector[] failing = taken(arguments, new int[] {row}, 1);
                    assertThat(e).isInstanceOfAny(refusals(language));
                    assertThatThrownBy(() -> function.apply(failing, 1)).isInstanceOfAny(refusals(language));
                }
            }
            Vector result = function.apply(taken(arguments, answers, expected.size()), expected.size());
            assertThat(result.type()).isEqualTo(function.signature().result());
            assertThat(result.size()).isEqualTo(expected.size());
            assertThat(valuesOf(result))
                    .as("%s%s, seed %d", function.name(), function.signature(), seed)
                    .isEqualTo(expected);
        }
        assertThat(answered > 0)
                .as("whether rows without nulls have an answer of %s%s", function.name(), function.signature())
                .isEqualTo(!isRefused(function));
    }

    private static boolean isRefused(ScalarFunction function) {
        return function.name().equals("hash")
                && !HASHED.contains(function.signature().parameters().get(0));
    }

    /** Sigma's functions take a constant that their front end would not make for a bug. */
    private static Class<?>[] refusals(Language language) {
        return language == Language.SIGMA
                ? new Class<?>[] {FunctionException.class, IllegalStateException.class}
                : new Class<?>[] {FunctionException.class};
    }

    private static Vector[] taken(Vector[] arguments, int[] rows, int count) {
        return Stream.of(arguments).map(argument -> argument.take(rows, count)).toArray(Vector[]::new);
    }

    private static List<Object> valuesOf(Vector vector) {
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < vector.size(); row++) {
            values.add(vector.value(row));
        }
        return values;
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
                    ? Vector.constant(Type.DYNAMIC, LISTS.get(values.random().nextInt(LISTS.size())), ROWS)
                    : values.vector(signature.parameter(i), ROWS);
        }
        return arguments;
    }
}
