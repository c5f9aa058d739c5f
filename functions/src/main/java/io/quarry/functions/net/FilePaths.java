package io.quarry.functions.net;

import io.quarry.processor.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of files. */
final class FilePaths {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://");
    private static final Pattern ROOT = Pattern.compile("([A-Za-z]:)(?:[/\\\\]|$)");

    private FilePaths() {}

    @Scalar(
            kql = "parse_path",
            doc = "Bag of the parts of a file's path; a part that is missing is the empty text.",
            example = "parse_path(@'C:\\temp\\file.txt') -> parse_json(@'{\"Scheme\":\"\",\"RootPath\":\"C:\","
                    + "\"DirectoryPath\":\"C:\\\\temp\",\"DirectoryName\":\"temp\",\"Filename\":\"file.txt\","
                    + "\"Extension\":\"txt\",\"AlternateDataStreamName\":\"\"}')",
            source = "Kusto Query Language reference, parse_path()")
    static Object parse(String path) {
        Matcher scheme = SCHEME.matcher(path);
        boolean hasScheme = scheme.lookingAt();
        String rest = hasScheme ? path.substring(scheme.end()) : path;
        Matcher root = ROOT.matcher(rest);
        String rootPath = root.lookingAt() ? root.group(1) : "";
        int end = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
        String directory = end < 0 ? "" : rest.substring(0, end);
        String file = rest.substring(end + 1);
        int colon = file.equals(rootPath) ? -1 : file.indexOf(':');
        String name = colon < 0 ? file : file.substring(0, colon);
        int dot = name.lastIndexOf('.');
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", hasScheme ? scheme.group(1) : "");
        parts.put("RootPath", rootPath);
        parts.put("DirectoryPath", directory);
        parts.put("DirectoryName", directory.substring(lastSeparator(directory) + 1));
        parts.put("Filename", name);
        parts.put("Extension", dot < 0 ? "" : name.substring(dot + 1));
        parts.put("AlternateDataStreamName", colon < 0 ? "" : file.substring(colon + 1));
        return parts;
    }

    private static int lastSeparator(String directory) {
        return Math.max(directory.lastIndexOf('/'), directory.lastIndexOf('\\'));
    }

    @Scalar(
            kql = "parse_version",
            doc = "Number that orders versions of up to four parts; null for what is no version.",
            example = {
                "parse_version('0.0.0.5') -> decimal(5)",
                "parse_version('1.2') -> decimal(1000000020000000000000000)",
                "parse_version('x') -> decimal(null)"
            },
            source = "Kusto Query Language reference, parse_version()")
    static java.math.BigDecimal parseVersion(String version) {
        if (!version.matches("[0-9]{1,8}(\\.[0-9]{1,8}){0,3}")) {
            return null;
        }
        String[] parts = version.split("\\.");
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            digits.append(String.format("%08d", i < parts.length ? Integer.parseInt(parts[i]) : 0));
        }
        return new java.math.BigDecimal(new java.math.BigInteger(digits.toString()));
    }
}
