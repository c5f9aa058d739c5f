package io.quarry.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.SourceText;
import io.quarry.sigma.yaml.YamlReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final String SEPARATOR = "\uFDD0";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    # value                    ~ matches               ~ does not match
                    C:\\Windows                ~ c:\\WINDOWS           ~ C:\\Windows\\x
                    C:\\Windows\\*             ~ c:\\windows*           ~ C:\\Windows\\a
                    C:\\Windows\\\\*           ~ c:\\windows\\x        ~ c:\\windows
                    C:\\Windows\\\\\\*         ~ c:\\windows\\*        ~ c:\\windows\\x
                    \\\\server                 ~ \\server              ~ \\\\server
                    \\\\\\\\server             ~ \\\\server            ~ \\server
                    a?c                        ~ abc                   ~ ac
                    a\\?c                      ~ a?c                   ~ abc
                    *.exe                      ~ x.EXE                 ~ x.exe.bak
                    *a*b*                      ~ xxaxxbxx              ~ xxbxxaxx
                    x*                         ~ x                     ~ ax
                    4688                       ~ 4688                  ~ 04688
                    Ärger                      ~ ärgeR                 ~ arger
                    a?c                        ~ a\uD83D\uDE00c        ~ a\uD83D\uDE00\uD83D\uDE00c
                    """)
    void valuesCompareWholeWithWildcardsInAnyLetterCase(String value, String matching, String other) {
        String selection = "Field: '" + value + "'";

        assertThat(matches(selection, Map.of("Field", matching))).isTrue();
        assertThat(matches(selection, Map.of("Field", other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    # item                              ~ matches                    ~ does not match
                    F|contains: '\\Desktop\\'           ~ C:\\Desktop\\x             ~ C:\\Desktop*
                    F|startswith: a*c                   ~ abbcd                      ~ xabc
                    F|endswith: .exe                    ~ A.EXE                      ~ a.exe1
                    F|contains|all: [a, b]              ~ b a                        ~ a
                    F|contains: [a, b]                  ~ xb                         ~ x
                    F|re: '\\d{3}'                      ~ ab123                      ~ 12
                    F|re: abc                           ~ xabcx                      ~ ABC
                    F|re|i: abc                         ~ xABCx                      ~ ab
                    F|re|all: [a, b]                    ~ ba                         ~ a
                    F|cidr: 10.0.0.0/8                  ~ 10.255.0.1                 ~ 11.0.0.1
                    F|cidr: fe80::/10                   ~ FE80:0:0:0:1:2:3:4%12      ~ fec0::1
                    F|cidr: ::ffff:0:0/96               ~ ::ffff:10.0.0.1            ~ 10.0.0.1
                    F|cidr: 10.0.0.0/8                  ~ 10.0.0.1                   ~ ::ffff:10.0.0.1
                    F|cidr: 192.168.1.0/25              ~ 192.168.1.127              ~ 192.168.1.128
                    F|cidr: 0.0.0.0/0                   ~ 1.2.3.4                    ~ host
                    F|contains|windash: ' -enc '        ~ x /enc y                   ~ x enc y
                    F|contains|windash: ' -enc '        ~ x \u2014enc y              ~ x _enc y
                    F|windash: -a-b -c                  ~ /a-b \u2013c               ~ /a/b -c
                    F|cased: Abc                        ~ Abc                        ~ abc
                    F|contains|cased: Abc               ~ xAbc                       ~ xabc
                    F|gt: 10                            ~ 11                         ~ 10
                    F|gte: 10                           ~ 10.0                       ~ 9
                    F|lt: 0x10                          ~ 15                         ~ 16
                    F|lte: 16                           ~ 0x10                       ~ x
                    F|neq: a                            ~ b                          ~ A
                    F|neq: [a, b]                       ~ c                          ~ b
                    F|base64: foo                       ~ Zm9v                       ~ zm9v
                    F|base64|contains: foo              ~ xxZm9vxx                   ~ xxzm9vxx
                    F|base64offset|contains: foobar     ~ xxmb29iYXIxx               ~ foobar
                    F|wide|base64|contains: ab          ~ YQBiAA==                   ~ YWI=
                    F|utf16be|base64: ab                ~ AGEAYg==                   ~ YQBiAA==
                    F|utf16|base64: a                   ~ //5hAA==                   ~ YQA=
                    F|hour: [3, 8]                      ~ 2026-03-10 08:59:59.123    ~ 2026-03-10 09:00:00
                    F|minute: 59                        ~ 2026-03-10T08:59:59Z       ~ 2026-03-10T59:08:00Z
                    F|day: 10                           ~ 2026-03-10T00:00           ~ 2026-10-03T00:00
                    F|week: 53                          ~ 2026-12-31 00:00:00        ~ 2026-01-05 00:00:00
                    F|month: 3                          ~ 2026-03-10 00:00:00        ~ 2026-13-03 00:00:00
                    F|year: 2026                        ~ 2026-03-10 00:00:00        ~ 2026
                    F|exists: true                      ~ x                          ~
                    """)
    void modifiersChangeTheComparison(String item, String matching, String other) {
        assertThat(matches(item, Map.of("F", matching))).isTrue();
        assertThat(matches(item, other == null ? Map.of() : Map.of("F", other))).isFalse();
    }

    @Test
    void absentFieldSatisfiesOnlyNullAndDenials() {
        Map<String, String> without = Map.of("Other", "x");

        assertThat(matches("F: a", without)).isFalse();
        assertThat(matches("F: '*'", without)).isFalse();
        assertThat(matches("F: ''", without)).isFalse();
        assertThat(matches("F: null", without)).isTrue();
        assertThat(matches("F: [null, a]", without)).isTrue();
        assertThat(matches("F|exists: false", without)).isTrue();
        assertThat(matches("F|neq: a", without)).isTrue();
        assertThat(matches("F|fieldref: Other", without)).isFalse();
    }

    @Test
    void emptyFieldIsPresent() {
        Map<String, String> empty = Map.of("F", "");

        assertThat(matches("F: ''", empty)).isTrue();
        assertThat(matches("F: null", empty)).isFalse();
        assertThat(matches("F|exists: true", empty)).isTrue();
        assertThat(matches("F: '*'", empty)).isTrue();
        assertThat(matches("F: '?'", empty)).isFalse();
    }

    @Test
    void oneOfSeveralOccurrencesIsEnough() {
        Map<String, String> several = Map.of("F", "alpha" + SEPARATOR + "beta" + SEPARATOR);

        assertThat(matches("F: BETA", several)).isTrue();
        assertThat(matches("F|startswith: be", several)).isTrue();
        assertThat(matches("F|endswith: ha", several)).isTrue();
        assertThat(matches("F: ''", several)).isTrue();
        assertThat(matches("F|re: ^beta$", several)).isTrue();
        assertThat(matches("F: 'al*ta'", several)).isFalse();
        assertThat(matches("F|contains|all: [alpha, beta]", several)).isTrue();
    }

    @Test
    void fieldsAreComparedWithFields() {
        Map<String, String> event = Map.of("A", "Alice", "B", "alice", "C", "lic");

        assertThat(matches("A|fieldref: B", event)).isTrue();
        assertThat(matches("A|fieldref|cased: B", event)).isFalse();
        assertThat(matches("A|fieldref|contains: C", event)).isTrue();
        assertThat(matches("A|fieldref|startswith: C", event)).isFalse();
        assertThat(matches("A|fieldref|endswith: B", event)).isTrue();
    }

    @Test
    void mapsAreAllListsAreAny() {
        Map<String, String> event = Map.of("A", "1", "B", "2");

        assertThat(matches("{A: 1, B: 2}", event)).isTrue();
        assertThat(matches("{A: 1, B: 3}", event)).isFalse();
        assertThat(matches("[{A: 7}, {A: 1, B: 2}]", event)).isTrue();
    }

    @Test
    void keywordsAreLookedForInAllValues() {
        Map<String, String> event = Map.of("$keywords", "one two" + SEPARATOR + "three");

        assertThat(matches("[nothing, TWO]", event)).isTrue();
        assertThat(matches("'|all': [one, three]", event)).isTrue();
        assertThat(matches("'|all': [one, four]", event)).isFalse();
        assertThat(matches("['one*three']", event)).isFalse();
        assertThat(matches("'|re': '^thr'", event)).isTrue();
    }

    @Test
    void blanksInFieldNamesDoNotCount() {
        assertThat(matches("Threat Name: x", Map.of("ThreatName", "x"))).isTrue();
    }

    @Test
    void valuesAreComparedByTheTextThatWasWritten() {
        assertThat(matches("F: false", Map.of("F", "False"))).isTrue();
        assertThat(matches("F: 0x3e7", Map.of("F", "0x3E7"))).isTrue();
        assertThat(matches("F: 0x3e7", Map.of("F", "999"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    F|endwith: a                 ~ MODIFIER_UNKNOWN
                    F|contains|endswith: a       ~ MODIFIER_CONFLICT
                    F|contains|contains: a       ~ MODIFIER_CONFLICT
                    F|re|contains: a             ~ MODIFIER_CONFLICT
                    F|contains|base64: a         ~ MODIFIER_CONFLICT
                    F|wide: a                    ~ MODIFIER_CONFLICT
                    F|i: a                       ~ MODIFIER_CONFLICT
                    F|exists|all: true           ~ MODIFIER_CONFLICT
                    F|contains: null             ~ MODIFIER_CONFLICT
                    '|exists': true              ~ MODIFIER_CONFLICT
                    F|expand: '%x%'              ~ PLACEHOLDER
                    F|hour|gte: 3                ~ MODIFIER_CONFLICT
                    F|hour: three                ~ RULE_VALUE
                    F|cidr: 10.0.0.0/40          ~ RULE_VALUE
                    F|cidr: [10.0.0.0/8, x]      ~ RULE_VALUE
                    F|gt: many                   ~ RULE_VALUE
                    F|exists: maybe              ~ RULE_VALUE
                    F|re: '('                    ~ RULE_VALUE
                    F|re: 'a(?=b)'               ~ UNSUPPORTED
                    F|base64: 'a*'               ~ RULE_VALUE
                    F|base64offset|contains: a   ~ RULE_VALUE
                    F|base64offset|contains: ''  ~ RULE_VALUE
                    F|base64|contains: ''        ~ RULE_VALUE
                    F: []                        ~ SELECTION_EMPTY
                    "{}"                         ~ SELECTION_EMPTY
                    "[]"                         ~ SELECTION_EMPTY
                    "['']"                       ~ SELECTION_EMPTY
                    "[null]"                     ~ SELECTION_EMPTY
                    F: [[a]]                     ~ RULE_SHAPE
                    F: {a: b}                    ~ RULE_SHAPE
                    "[[a]]"                      ~ RULE_SHAPE
                    $event: 1                    ~ RULE_SHAPE
                    """)
    void whatHasNoMeaningIsRefused(String selection, String code) {
        assertThat(compile(selection).diagnostics())
                .extracting(diagnostic -> diagnostic.code().name())
                .containsExactly(code);
    }

    @Test
    void diagnosticPointsToTheModifier() {
        Compilation compilation = compile("Image|endwith|all: [a]");

        assertThat(compilation.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.source().slice(diagnostic.span())).isEqualTo("endwith");
            assertThat(diagnostic.hints()).containsExactly("did you mean 'endswith'?");
        });
    }

    @Test
    void everyCodeHasASummary() {
        assertThat(SigmaCode.values()).extracting(Code::summary).allMatch(summary -> summary.endsWith("."));
        assertThat(SigmaCode.values())
                .extracting(Code::name)
                .doesNotContain(CommonCode.SYNTAX.name(), CommonCode.LIMIT.name());
    }

    private static boolean matches(String selection, Map<String, String> event) {
        return Evaluation.matches(compile(selection).orThrow(), event);
    }

    private static Compilation compile(String selection) {
        SourceText source = new SourceText("selection.yml", selection);
        return SigmaSelections.compile(
                source, YamlReader.read(source).documents().get(0));
    }
}
