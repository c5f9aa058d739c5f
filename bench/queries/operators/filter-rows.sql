SELECT Timestamp, DeviceName, FileName, ProcessCommandLine FROM DeviceProcessEvents
WHERE lower(AccountName) IN ('user0001', 'user0007', 'user0100')
  AND regexp_matches(ProcessCommandLine, '(?i)(^|[^a-z0-9])(quiet|silent)($|[^a-z0-9])') AND ProcessCommandLine ILIKE '%--id%'
