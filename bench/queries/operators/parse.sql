SELECT regexp_extract(ProcessCommandLine, '--mode (.*?) --profile (.*?) /', 1) AS Mode, count(*) FROM DeviceProcessEvents GROUP BY Mode
