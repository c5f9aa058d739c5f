SELECT count(*), max(Starts) FROM (SELECT SHA1, count(*) AS Starts FROM DeviceProcessEvents GROUP BY SHA1)
