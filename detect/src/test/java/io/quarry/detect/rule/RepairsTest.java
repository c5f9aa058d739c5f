package io.quarry.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairsTest {
    @Test
    void aRepairThatUncoversAnotherDefectIsFollowedByItsRepair() {
        Repairs repairs = Repairs.of(new SourceText("q", "aXb"), text -> replaceAll(text, "X", "Y", "Y", "z"));
        assertThat(repairs.source().text()).isEqualTo("azb");
        assertThat(repairs.applied()).extracting(Repair::description).containsExactly("X to Y", "Y to z");
    }

    @Test
    void ofTwoRepairsOfOnePlaceOnlyTheFirstIsMade() {
        Repairs repairs = Repairs.of(new SourceText("q", "X"), text -> replaceAll(text, "X", "1", "X", "2"));
        assertThat(repairs.source().text()).isEqualTo("1");
    }

    @Test
    void repairsThatUndoEachOtherComeToAnEnd() {
        Repairs repairs = Repairs.of(new SourceText("q", "X"), text -> replaceAll(text, "X", "Y", "Y", "X"));
        assertThat(repairs.applied()).isNotEmpty();
    }

    /** A diagnostic for each occurrence of each wrong word, which offers the word after it. */
    private static List<Diagnostic> replaceAll(SourceText source, String... wrongAndRight) {
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < wrongAndRight.length; i += 2) {
            String wrong = wrongAndRight[i];
            int at = source.text().indexOf(wrong);
            if (at >= 0) {
                Span span = new Span(at, at + wrong.length());
                found.add(Diagnostic.of(CommonCode.SYNTAX, source, span, "found " + wrong)
                        .withRepair(new Repair(
                                wrong + " to " + wrongAndRight[i + 1],
                                List.of(new TextEdit(span, wrongAndRight[i + 1])))));
            }
        }
        return found;
    }
}
