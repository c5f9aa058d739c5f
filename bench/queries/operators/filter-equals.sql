SELECT count(*) FROM DeviceProcessEvents
WHERE lower(FileName) = 'rundll32.exe' AND regexp_matches(ProcessCommandLine, '(?i)(^|[^a-z0-9])dfshim\.dll($|[^a-z0-9])')
