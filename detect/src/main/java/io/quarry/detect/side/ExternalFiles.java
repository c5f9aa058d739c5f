package io.quarry.detect.side;

import io.quarry.detect.DetectCode;
import io.quarry.kql.catalog.SideInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files are that {@code externaldata} names by their locations.
 *
 * @param byLocation the file of a location, as the query writes it
 * @param folders where a file of the last name of a location's path stands
 * @param web whether other locations are fetched
 */
public record ExternalFiles(Map<String, Path> byLocation, List<Path> folders, Web web) {
    /** Whether queries may make this program fetch something. */
    public enum Web {
        REFUSED,
        ALLOWED
    }

    public static final ExternalFiles NONE = new ExternalFiles(Map.of(), List.of(), Web.REFUSED);

    public ExternalFiles {
        byLocation = Map.copyOf(byLocation);
        folders = List.copyOf(folders);
    }

    /** The texts of the files at a location: of an archive several, else one. */
    List<String> contents(String location) {
        Optional<Path> file = file(location);
        try {
            if (file.isPresent()) {
                return Unpacking.texts(Files.newInputStream(file.get()));
            }
            if (web == Web.ALLOWED && isWeb(location)) {
                return Unpacking.texts(Download.of(location));
            }
        } catch (IOException e) {
            throw new SideInputException(
                    DetectCode.MISSING_INPUT,
                    "'" + plain(location) + "' cannot be read"
                            + file.map(path -> " from " + path).orElse("") + ": " + reason(e));
        }
        throw missing(location);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Optional<Path> file(String location) {
        Path named = byLocation.getOrDefault(location, byLocation.get(plain(location)));
        if (named != null) {
            return Optional.of(named);
        }
        String last = lastName(location);
        return last.isEmpty() || last.equals("..") || last.equals(".")
                ? Optional.empty()
                : folders.stream()
                        .map(folder -> folder.resolve(last))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    private SideInputException missing(String location) {
        String plain = plain(location);
        String last = lastName(location);
        return new SideInputException(
                DetectCode.MISSING_INPUT,
                "externaldata reads '" + plain + "', and no file was given for it",
                "--external '" + plain + "=FILE' gives one"
                        + (last.isEmpty() ? "" : ", --external FOLDER a folder that holds '" + last + "'")
                        + (isWeb(location) ? "; --allow-http fetches it" : ""));
    }

    private static boolean isWeb(String location) {
        return location.startsWith("https://") || location.startsWith("http://");
    }

    /** The location without its query and credentials. */
    static String plain(String location) {
        return location.replaceFirst("[?;].*", "");
    }

    private static String lastName(String location) {
        String path = plain(location).replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
