package io.quarry.cli;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Diagnostics as a JSON array: places as 1-based lines and columns and as offsets, both in UTF-16 code units. */
final class DiagnosticJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private DiagnosticJson() {}

    static void write(List<Diagnostic> diagnostics, PrintStream to) {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            out.writeStartArray();
            diagnostics.forEach(diagnostic -> write(diagnostic, out));
            out.writeEndArray();
        }
        to.println();
    }

    private static void write(Diagnostic diagnostic, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("file", diagnostic.source().name());
        out.writeStringProperty("code", diagnostic.code().name());
        out.writeStringProperty("severity", diagnostic.code().severity().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("message", diagnostic.message());
        place(diagnostic.source(), diagnostic.span(), out);
        out.writeArrayPropertyStart("hints");
        diagnostic.hints().forEach(out::writeString);
        out.writeEndArray();
        diagnostic.repair().ifPresent(repair -> write(repair, diagnostic.source(), out));
        out.writeEndObject();
    }

    private static void write(Repair repair, SourceText source, JsonGenerator out) {
        out.writeObjectPropertyStart("repair");
        out.writeStringProperty("description", repair.description());
        out.writeArrayPropertyStart("edits");
        for (TextEdit edit : repair.edits()) {
            out.writeStartObject();
            place(source, edit.span(), out);
            out.writeStringProperty("replacement", edit.replacement());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void place(SourceText source, Span span, JsonGenerator out) {
        out.writeNumberProperty("line", source.line(span.start()));
        out.writeNumberProperty("column", source.column(span.start()));
        out.writeNumberProperty("end_line", source.line(span.end()));
        out.writeNumberProperty("end_column", source.column(span.end()));
        out.writeNumberProperty("offset", span.start());
        out.writeNumberProperty("length", span.length());
    }
}
