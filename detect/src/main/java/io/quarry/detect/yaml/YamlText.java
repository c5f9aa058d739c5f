package io.quarry.detect.yaml;

import io.quarry.detect.DetectCode;
import io.quarry.plan.Code;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.sigma.yaml.Yaml;
import io.quarry.sigma.yaml.YamlFile;
import io.quarry.sigma.yaml.YamlReader;
import java.util.List;

/** Entry to reading a YAML text: its one document as a mapping. */
public final class YamlText {
    private YamlText() {}

    /**
     * The document, which must be a mapping.
     *
     * @throws QueryException if the text is no YAML, holds more than one document or something else than a mapping
     */
    public static YamlMap read(SourceText source) {
        YamlFile file = YamlReader.read(source);
        if (!file.diagnostics().isEmpty()) {
            throw new QueryException(file.diagnostics());
        }
        if (file.documents().size() == 1 && file.documents().get(0) instanceof Yaml.Mapping mapping) {
            return new YamlMap(source, mapping);
        }
        throw failure(source, new Span(0, 0), DetectCode.PACK_WRONG_VALUE, "expected one mapping and nothing else");
    }

    static QueryException failure(SourceText source, Span span, Code code, String message, String... hints) {
        return new QueryException(List.of(Diagnostic.of(code, source, span, message, hints)));
    }
}
