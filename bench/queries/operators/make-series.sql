WITH counts AS (
  SELECT DeviceName, (Timestamp - 638396640000000000) // 36000000000 AS Hour, count(*) AS Starts
  FROM DeviceProcessEvents
  WHERE Timestamp >= 638396640000000000 AND Timestamp < 638397504000000000
  GROUP BY ALL),
series AS (
  SELECT DeviceName, list(coalesce(Starts, 0) ORDER BY Hour) AS Starts
  FROM (SELECT DISTINCT DeviceName FROM counts) CROSS JOIN (SELECT range AS Hour FROM range(24)) LEFT JOIN counts USING (DeviceName, Hour)
  GROUP BY DeviceName)
SELECT count(*), sum(list_sum(Starts))::DOUBLE, sum(len(Starts))::BIGINT FROM series
