SELECT DeviceName, FileName, count(*), max(Timestamp) FROM DeviceProcessEvents GROUP BY DeviceName, FileName
