SELECT count(*) FROM DeviceProcessEvents WHERE regexp_matches(ProcessCommandLine, '(?i)--id [0-9a-f]{15}f$')
