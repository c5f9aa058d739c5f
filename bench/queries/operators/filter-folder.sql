SELECT count(*) FROM DeviceProcessEvents WHERE FolderPath ILIKE 'C:\Program Files\%' AND FolderPath ILIKE '%.exe'
