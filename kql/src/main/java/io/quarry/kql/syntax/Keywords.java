package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words that are names in brackets only. Most other words of the language are names as well. Source: the platform's own
 * grammar; answers of the Kusto emulator for {@code has}.
 */
final class Keywords {
    private static final Set<String> BRACKETED = words("""
            and anomalychart areachart asc bagexpansion barchart between boolean byte cachingpolicy callout cancel
            card char columnchart contains_cs containscs cycles dataexport datascope date datetime decimal
            decodeblocks desc double encodingpolicy endswith endswith_cs expandoutput extent_tags_retention first
            flags float force_remote harddelete hardretention has_all has_any has_cs hasprefix hasprefix_cs hassuffix
            hassuffix_cs hotcache int int16 int32 int64 int8 isfuzzy journal ladderchart last like likecs linechart
            long missing nooptimization notcontains notcontainscs notlike notlikecs or others pathformat piechart
            pivotchart project queries query_results real relaxed restricted_view_access row_level_security rowstore
            rowstore_references rowstore_sealinfo rowstorepolicy rowstores scatterchart seal seals shards simple
            softdelete softretention stackedareachart startswith startswith_cs statistics storedqueryresultcontainers
            string tablepurge time timechart timeline timepivot timespan treemap uint uint16 uint32 uint64 uint8
            ulong union uniqueid unrestrictedviewers views with_itemindex with_match_id with_step_name writeaheadlog
            """);

    /** Further words that nothing is read by, though a column or variable may be declared by them. */
    private static final Set<String> NOT_READ = words("""
            accumulate as by contains earliest find has in invoke latest materialize mdm of print sample search set
            sql title to verbose viewers where
            """);

    /** Further words that nothing is declared by. */
    private static final Set<String> NOT_DECLARED = words("""
            has kind with_source withsource
            """);

    /** Words with which a query goes on, so that what is read there is missing. */
    private static final Set<String> GOING_ON = words("""
            and or by between contains has has_any has_all startswith endswith first last asc desc where project union
            """);

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** True if the word cannot stand for a column or variable, since a query goes on with it. */
    static boolean isNoValue(String word) {
        return GOING_ON.contains(word);
    }

    /** The name that is declared here; one that has to stand in brackets, and does not, is reported. */
    static Name name(Cursor cursor) {
        return bracketed(cursor, NOT_DECLARED::contains);
    }

    /** As {@link #name}, for a name by which something is read. */
    static Name reference(Cursor cursor) {
        return bracketed(cursor, NOT_READ::contains);
    }

    /** As {@link #name}, for a variable, and a column in a list of nothing but columns. */
    static Name variable(Cursor cursor) {
        return bracketed(cursor, word -> NOT_DECLARED.contains(word) || NOT_READ.contains(word));
    }

    private static Name bracketed(Cursor cursor, Predicate<String> further) {
        boolean isPlain = cursor.peek().kind() == Token.Kind.NAME;
        Name name = cursor.name();
        if (isPlain && (BRACKETED.contains(name.name()) || further.test(name.name()))) {
            String bracketed = "['" + name.name() + "']";
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            name.span(),
                            "'" + name.name() + "' is a keyword, and a name in brackets only",
                            List.of("write " + bracketed),
                            Optional.of(Repair.replace("put the name in brackets", name.span(), bracketed)));
        }
        return name;
    }
}
