SELECT DeviceName, count(*), max(Timestamp) FROM DeviceProcessEvents GROUP BY DeviceName
