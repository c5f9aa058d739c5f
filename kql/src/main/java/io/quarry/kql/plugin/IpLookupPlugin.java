package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code ipv4_lookup} and {@code ipv6_lookup}: each row with the rows of a table whose network its address belongs to, which
 * is what {@code ipv4_is_match} says of the two. Unmatched rows come last, if they are asked for.
 */
final class IpLookupPlugin {
    private static final String IPV4 = """
            let networks = nets
            | extend ['$net'] = format_ipv4_mask(['$net'], 32)
            | where isnotempty(['$net'])
            | extend ['$size'] = tolong(split(['$net'], '/')[1]);
            let sources = rows
            | extend ['$ip'] = format_ipv4_mask(['$ip'], 32)
            | where isnotempty(['$ip'])
            | extend ['$own'] = tolong(split(['$ip'], '/')[1]);
            let inside = sources
            | mv-expand ['$length'] = toscalar(networks | summarize make_set(['$size'])) to typeof(long)
            | where ['$length'] <= ['$own']
            | extend ['$net'] = format_ipv4_mask(['$ip'], ['$length'])
            | lookup kind=inner networks on KEYS ['$net'];
            let ranges = sources | where ['$own'] < 32;
            let around = ranges
            | extend ['$length'] = ['$own'], ['$net'] = ['$ip']
            | lookup kind=inner (
                networks
                | mv-expand ['$shorter'] = toscalar(ranges | summarize make_set(['$own'])) to typeof(long)
                | where ['$shorter'] < ['$size']
                | extend ['$net'] = format_ipv4_mask(['$net'], ['$shorter'])
                | project-away ['$shorter']) on KEYS ['$net'];
            union inside, around
            """;

    private static final String IPV6 = """
            rows
            | extend ['$one'] = 1
            | lookup kind=inner (nets | extend ['$one'] = 1) on KEYS ['$one']
            | where ipv6_is_match(['$ip'], ['$net'])
            """;

    private static final String WITH_UNMATCHED = """
            numbered | join kind=leftouter (matched | project FOUND ['$row']) on ['$row']
            """;

    private static final String NUMBERED = "rows | serialize ['$row'] = row_number()";

    private static final Set<String> HIDDEN =
            Set.of("$ip", "$own", "$length", "$net", "$size", "$one", "$row", "$row1");

    /** Which columns come first. */
    private enum First {
        INPUT,
        TABLE
    }

    private final PluginCall call;
    private final First first;
    private final Relation table;

    private IpLookupPlugin(PluginCall call, First first) {
        this.call = call;
        this.first = first;
        this.table = call.analysis().table(call.argument("LookupTable").orElseThrow());
    }

    static Relation ipv4(PluginCall call) {
        return new IpLookupPlugin(call, First.INPUT).rows("SourceIPv4Key", IPV4);
    }

    static Relation ipv6(PluginCall call) {
        return new IpLookupPlugin(call, First.TABLE).rows("SourceIPv6Key", IPV6);
    }

    private Relation rows(String address, String text) {
        Optional<Relation> rows = withText(call.input(), call.argument(address).orElseThrow(), "$ip");
        Optional<Relation> nets = withText(table, call.argument("LookupKey").orElseThrow(), "$net");
        List<Expression> extra = new ArrayList<>(call.arguments("ExtraKey"));
        boolean unmatched = returnsUnmatched(extra);
        if (rows.isEmpty() || nets.isEmpty() || !areKeys(extra)) {
            Relation input = call.input();
            return unmatched
                    ? input.opened()
                    : input.then(new Plan.Limit(input.plan(), 0)).opened();
        }
        Relation sources =
                unmatched ? new PluginQuery(call).table("rows", rows.get()).run(NUMBERED) : rows.get();
        String keys = PluginQuery.listed(extra.stream()
                .map(key -> PluginQuery.quoted(((Expression.Name) key).name()))
                .toList());
        Relation matched = new PluginQuery(call)
                .table("rows", sources)
                .table("nets", nets.get())
                .run(text.replace("KEYS ", keys));
        return visible(unmatched ? withUnmatched(sources, matched) : matched);
    }

    /** The rows with a column more, which holds the text in another column. */
    private Optional<Relation> withText(Relation rows, Expression argument, String name) {
        OptionalInt index = call.column(argument, rows);
        if (index.isEmpty() || !rows.column(index.getAsInt()).isKnown()) {
            return Optional.empty();
        }
        Scalar text = rows.column(index.getAsInt());
        if (text.type() != Type.STRING) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_TYPE,
                            argument.span(),
                            call.name() + " takes a column of type string here, found "
                                    + text.type().label());
            return Optional.empty();
        }
        Projection columns = Projection.of(rows);
        columns.add(name, text);
        return Optional.of(columns.over(rows));
    }

    /** The flag, which may be the last argument without its name. */
    private boolean returnsUnmatched(List<Expression> extra) {
        int last = extra.size() - 1;
        if (last >= 0 && extra.get(last) instanceof Expression.Literal literal && literal.type() == Type.BOOL) {
            extra.remove(last);
            return (Boolean) literal.value();
        }
        return call.constant("return_unmatched", Type.BOOL)
                .map(flag -> (Boolean) flag.value())
                .orElse(false);
    }

    /** True if the arguments name columns of both tables, of the same type. */
    private boolean areKeys(List<Expression> extra) {
        boolean sound = true;
        for (Expression key : extra) {
            OptionalInt left = call.column(key, call.input());
            OptionalInt right = call.column(key, table);
            if (left.isEmpty() || right.isEmpty()) {
                sound = false;
                continue;
            }
            Type type = call.input().schema().type(left.getAsInt());
            Type other = table.schema().type(right.getAsInt());
            if (type != other || type == Type.DYNAMIC) {
                call.analysis()
                        .report(
                                KqlCode.JOIN_KEY_TYPE,
                                key.span(),
                                "the key is of type " + type.label() + " here and of type " + other.label()
                                        + " in the lookup table");
                sound = false;
            }
        }
        return sound;
    }

    private Relation withUnmatched(Relation sources, Relation matched) {
        List<String> found = matched.schema().names().stream()
                .filter(name -> sources.schema().indexOf(name) < 0 && !HIDDEN.contains(name))
                .map(PluginQuery::quoted)
                .toList();
        return new PluginQuery(call)
                .table("numbered", sources)
                .table("matched", matched)
                .run(WITH_UNMATCHED.replace("FOUND", PluginQuery.listed(found)));
    }

    private Relation visible(Relation rows) {
        Projection columns = new Projection();
        int split = call.input().schema().size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.schema().size(); i++) {
            if (!HIDDEN.contains(rows.schema().name(i))) {
                order.add(i);
            }
        }
        if (first == First.TABLE) {
            Collections.rotate(order, order.size() - split);
        }
        order.forEach(index -> columns.add(rows.schema().name(index), rows.column(index)));
        return columns.over(rows);
    }
}
