-- packs/T1127.002-clickonce/defender.kql for DuckDB. Times are ticks of 100 ns; the query runs at 2024-01-02T00:00:00Z.
WITH hits AS (
  SELECT Timestamp, DeviceName, AccountName, 'DfsvcSuspiciousChild' AS DetectionBranch, 80 AS RiskScore,
         FileName, FolderPath, ProcessCommandLine,
         InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine,
         '' AS RemoteUrl, '' AS RemoteIP, NULL AS RemotePort
  FROM DeviceProcessEvents
  WHERE Timestamp > 638396640000000000
    AND lower(InitiatingProcessFileName) = 'dfsvc.exe'
    AND lower(FileName) IN ('cmd.exe', 'powershell.exe', 'pwsh.exe', 'mshta.exe', 'wscript.exe', 'cscript.exe',
        'regsvr32.exe', 'rundll32.exe', 'certutil.exe', 'bitsadmin.exe', 'msbuild.exe', 'csc.exe', 'installutil.exe')
  UNION ALL
  SELECT Timestamp, DeviceName, AccountName, 'RundllDfshimAbuse', 90,
         FileName, FolderPath, ProcessCommandLine,
         InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine,
         '', '', NULL
  FROM DeviceProcessEvents
  WHERE Timestamp > 638396640000000000
    AND lower(FileName) = 'rundll32.exe'
    AND (ProcessCommandLine ILIKE '%dfshim%' OR ProcessCommandLine ILIKE '%ShOpenVerb%')
  UNION ALL
  SELECT Timestamp, DeviceName, InitiatingProcessAccountName, 'DfsvcOutboundNetwork', 60,
         '', '', '',
         InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine,
         RemoteUrl, RemoteIP, RemotePort
  FROM DeviceNetworkEvents
  WHERE Timestamp > 638396640000000000
    AND ActionType ILIKE 'Connection%'
    AND lower(InitiatingProcessFileName) = 'dfsvc.exe'
    AND RemoteIPType = 'Public'
  UNION ALL
  SELECT Timestamp, DeviceName, InitiatingProcessAccountName, 'ApprefSuspiciousLocation', 70,
         FileName, FolderPath, '',
         InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine,
         '', '', NULL
  FROM DeviceFileEvents
  WHERE Timestamp > 638396640000000000
    AND ActionType IN ('FileCreated', 'FileModified', 'FileRenamed')
    AND (FileName ILIKE '%.appref-ms' OR FileName ILIKE '%.application')
    AND (FolderPath ILIKE '%\Start Menu\Programs\Startup\%' OR FolderPath ILIKE '%\Temp\%'
        OR FolderPath ILIKE '%\tmp\%' OR FolderPath ILIKE '%\Downloads\%')
)
SELECT * FROM hits ORDER BY Timestamp DESC
