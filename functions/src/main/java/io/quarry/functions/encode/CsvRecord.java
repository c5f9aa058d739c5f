package io.quarry.functions.encode;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Fields of a record of comma-separated values. */
final class CsvRecord {
    private CsvRecord() {}

    @Scalar(
            kql = "parse_csv",
            doc =
                    "Array of the fields of the first record; a quoted field may hold commas, line breaks and doubled quotes.",
            example = {
                "parse_csv('aa,\"b,b\",\"say \"\"x\"\"\"') -> dynamic([\"aa\",\"b,b\",\"say \\\"x\\\"\"])",
                "parse_csv('') -> dynamic([''])"
            },
            source = "Kusto Query Language reference, parse_csv(); RFC 4180")
    static Object parse(String text) {
        List<Object> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean isDoubled = isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (isDoubled) {
                    field.append('"');
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (isQuoted || c != ',' && c != '\n' && c != '\r') {
                field.append(c);
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                break;
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
