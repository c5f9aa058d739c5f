SELECT count(*) FROM DeviceProcessEvents
WHERE ProcessCommandLine ILIKE '%dfshim%' OR ProcessCommandLine ILIKE '%-enc%' OR ProcessCommandLine ILIKE '%frombase64%' OR ProcessCommandLine ILIKE '%--mode w8%'
