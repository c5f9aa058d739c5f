package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Canonical;
import io.quarry.aql.syntax.Connective;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions on the parts of an address that {@code SPLIT} would give, where together they are one range: {@code
 * LONG(SPLIT(ip, '.', 1)) = 172 AND LONG(SPLIT(ip, '.', 2)) BETWEEN 16 AND 31} is {@code 172.16.0.0/12}.
 */
final class SplitAddress implements Check {
    /** One part of an address within bounds. */
    private record Octet(Expression condition, Expression.Call split, String address, long part, long low, long high) {}

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Logical and && and.connective() == Connective.AND) {
                inspect(and, subject);
            } else if (!(expression instanceof Expression.Logical)) {
                octet(expression).ifPresent(octet -> report(List.of(octet), subject));
            }
        });
    }

    private static void inspect(Expression.Logical and, Subject subject) {
        List<Octet> run = new ArrayList<>();
        for (Expression operand : and.operands()) {
            Optional<Octet> octet = octet(operand);
            boolean continues = octet.isPresent()
                    && !run.isEmpty()
                    && run.get(0).address().equals(octet.get().address())
                    && run.get(run.size() - 1).part() + 1 == octet.get().part();
            if (!continues) {
                report(run, subject);
                run.clear();
            }
            octet.ifPresent(run::add);
        }
        report(run, subject);
    }

    private static void report(List<Octet> octets, Subject subject) {
        if (octets.isEmpty()) {
            return;
        }
        Optional<String> range = range(octets);
        if (range.isEmpty()) {
            return;
        }
        Span span = octets.get(0)
                .condition()
                .span()
                .to(octets.get(octets.size() - 1).condition().span());
        String call = "INCIDR('" + range.get() + "', "
                + subject.slice(octets.get(0).split().arguments().get(0)) + ")";
        for (Octet octet : octets) {
            subject.findings()
                    .add(
                            Repair.replace("ask INCIDR for the range " + range.get(), span, call),
                            AqlCode.SPLIT,
                            octet.split().span(),
                            "SPLIT is not a function of AQL",
                            "write " + call);
        }
    }

    /** The range of addresses; empty unless the parts begin with the first and leave a power of two, aligned. */
    private static Optional<String> range(List<Octet> octets) {
        if (octets.get(0).part() > 1) {
            return Optional.empty();
        }
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < octets.size() - 1; i++) {
            if (octets.get(i).low() != octets.get(i).high()) {
                return Optional.empty();
            }
            address.append(octets.get(i).low()).append('.');
        }
        Octet last = octets.get(octets.size() - 1);
        long size = last.high() - last.low() + 1;
        if (Long.bitCount(size) != 1 || last.low() % size != 0) {
            return Optional.empty();
        }
        address.append(last.low()).append(".0".repeat(4 - octets.size()));
        int bits = 8 * octets.size() - Long.numberOfTrailingZeros(size);
        return Optional.of(address + "/" + bits);
    }

    private static Optional<Octet> octet(Expression condition) {
        Expression bare = condition.bare();
        if (bare instanceof Expression.Between between
                && !between.negated()
                && between.low().bare() instanceof Expression.Whole low
                && between.high().bare() instanceof Expression.Whole high) {
            return octet(condition, between.operand(), low.value(), high.value());
        }
        if (bare instanceof Expression.Binary equality
                && equality.operator() == BinaryOperator.EQUAL
                && equality.right().bare() instanceof Expression.Whole value) {
            return octet(condition, equality.left(), value.value(), value.value());
        }
        return Optional.empty();
    }

    private static Optional<Octet> octet(Expression condition, Expression operand, long low, long high) {
        boolean valid = low >= 0 && low <= high && high <= 255;
        if (!valid
                || !(operand.bare() instanceof Expression.Call number)
                || !number.isNamed("LONG")
                || number.arguments().size() != 1
                || !(number.arguments().get(0).bare() instanceof Expression.Call split)
                || !split.isNamed("SPLIT")
                || split.arguments().size() != 3
                || !(split.arguments().get(1).bare() instanceof Expression.Text separator)
                || !(split.arguments().get(2).bare() instanceof Expression.Whole part)
                || !separator.value().equals(".")) {
            return Optional.empty();
        }
        String address = Canonical.of(split.arguments().get(0));
        return Optional.of(new Octet(condition, split, address, part.value(), low, high));
    }
}
