SELECT count(*) FROM DeviceProcessEvents WHERE ProcessCommandLine ILIKE '%ShOpenVerbApplication%'
