package io.quarry.telemetry.view;

import static java.util.Map.entry;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.EventTime;
import io.quarry.telemetry.windows.SystemTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All words of the views' language, by name, but those that {@link Words} lists. To add one: a line here, and a test of what it
 * does with odd input.
 */
final class Transforms {
    private static final Map<String, Transform> ALL = Map.ofEntries(
            entry("firstOf", Transform.firstOf()),
            entry("isAbsent", Transform.isAbsent()),
            entry("account", Transform.account()),
            entry("user", Transform.user()),
            entry("accountType", Transform.ofText(Accounts::type)),
            entry("wellKnownAccount", Transform.ofText(Accounts::wellKnown)),
            entry("dnsCode", Transform.ofText(WindowsWords::dnsCode)),
            entry("levelName", Transform.ofText(WindowsWords::levelName)),
            entry("logonTypeName", Transform.ofText(WindowsWords::numberedLogonType)),
            entry("dataXml", Transform.ofEvent(EventText::dataXml)),
            entry("dataItem", Transform.ofEvent(EventText::dataItem)),
            entry("dataParameters", Transform.ofEvent(EventText::parameters)),
            entry("dataBag", Transform.ofEvent(EventText::bag)),
            entry("isPresent", Transform.isPresent()),
            entry("given", Transform.ofText(FieldText::given)),
            entry("ifGiven", Transform.ifGiven()),
            entry("upper", Transform.ofText(text -> text.toUpperCase(Locale.ROOT))),
            entry("unbraced", Transform.ofText(FieldText::unbraced)),
            entry("lower", Transform.ofText(text -> text.toLowerCase(Locale.ROOT))),
            entry("number", Transform.ofText(FieldText::number)),
            entry("nonZero", Transform.ofValue(value -> Long.valueOf(0).equals(value) ? null : value)),
            entry("time", Transform.ofText(text -> known(SystemTime.parse(text)))),
            entry("fileName", Transform.ofText(FieldText::fileName)),
            entry("folder", Transform.ofText(FieldText::folder)),
            entry("firstToken", Transform.ofText(FieldText::firstToken)),
            entry("md5", Transform.ofText(text -> FieldText.hash(text, "MD5"))),
            entry("sha1", Transform.ofText(text -> FieldText.hash(text, "SHA1"))),
            entry("sha256", Transform.ofText(text -> FieldText.hash(text, "SHA256"))),
            entry("imphash", Transform.ofText(text -> FieldText.hash(text, "IMPHASH"))),
            entry("accountDomain", Transform.ofText(Accounts::domain)),
            entry("accountName", Transform.ofText(Accounts::name)),
            entry("withoutDomain", Transform.ofText(Accounts::withoutDomain)),
            entry("integrityLevel", Transform.ofText(WindowsWords::integrityLevel)),
            entry("tokenElevation", Transform.ofText(WindowsWords::tokenElevation)),
            entry("protocolName", Transform.ofText(WindowsWords::protocolName)),
            entry("protocolNumber", Transform.ofText(WindowsWords::protocolNumber)),
            entry("logonType", Transform.ofText(WindowsWords::logonType)),
            entry("failureReason", Transform.ofText(WindowsWords::failureReason)),
            entry("remoteAddress", Transform.ofText(WindowsWords::remoteAddress)),
            entry("ipKind", Transform.ofText(text -> IpAddress.parse(text)
                    .map(IpAddress::kind)
                    .orElse(null))),
            entry("ipv4", Transform.ofText(text -> IpAddress.parse(text)
                    .map(IpAddress::unmapped)
                    .filter(IpAddress::isVersion4)
                    .map(IpAddress::toString)
                    .orElse(null))),
            entry("ipv6", Transform.ofText(text -> IpAddress.parse(text)
                    .map(IpAddress::unmapped)
                    .filter(address -> !address.isVersion4())
                    .map(IpAddress::toString)
                    .orElse(null))),
            entry("registryKey", Transform.ofText(RegistryPath::writtenOut)),
            entry("registryKeyOfValue", Transform.ofText(RegistryPath::keyOfValue)),
            entry("registryPath", Transform.ofText(RegistryPath::normalized)),
            entry("registryParent", Transform.ofText(RegistryPath::normalizedKeyOfValue)),
            entry("registryKind", Transform.ofText(RegistryPath::kind)),
            entry("registryValueName", Transform.ofText(RegistryPath::valueName)),
            entry("registryValueType", Transform.ofText(RegistryPath::valueType)),
            entry("registryValueData", Transform.ofText(RegistryPath::valueData)),
            entry("pipePath", Transform.ofText(FieldText::pipePath)),
            entry("listed", Transform.ofText(FieldText::listed)),
            entry("hostUrl", Transform.ofText(text -> FieldText.setting(text, "HostUrl="))),
            entry("referrerUrl", Transform.ofText(text -> FieldText.setting(text, "ReferrerUrl="))),
            entry("eventTime", Transform.ofEvent(event -> known(EventTime.of(event)))),
            entry("eventMillis", Transform.ofEvent(event -> millis(EventTime.of(event)))),
            entry("deviceId", Transform.ofText(Device::id)),
            entry("arrivalMillis", Transform.ofEvent(event -> millis(LogSource.arrival(event)))),
            entry("logSourceType", Transform.ofEvent(LogSource::typeId)),
            entry("logSourceTypeName", Transform.ofEvent(LogSource::typeName)),
            entry("logSourceId", Transform.ofEvent(LogSource::id)),
            entry("logSourceName", Transform.ofEvent(LogSource::name)),
            entry("isUnparsed", Transform.ofEvent(LogSource::isUnparsed)),
            entry("deviceEventId", Transform.ofEvent(LogSource::eventId)),
            entry("payload", Transform.ofEvent(LogSource::payload)));

    private Transforms() {}

    static Optional<Transform> named(String name) {
        return Optional.ofNullable(ALL.get(name)).or(() -> Words.named(name).map(Transform::ofText));
    }

    static Set<String> names() {
        Set<String> names = new HashSet<>(ALL.keySet());
        names.addAll(Words.names());
        return names;
    }

    private static Long known(long time) {
        return time == EventHeader.NO_TIME ? null : time;
    }

    private static Long millis(long time) {
        return time == EventHeader.NO_TIME ? null : Ticks.toUnixMillis(time);
    }
}
