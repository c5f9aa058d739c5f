SELECT Signer, count(*), sum(ProcessId)::BIGINT FROM DeviceProcessEvents JOIN DeviceFileCertificateInfo USING (SHA1) GROUP BY Signer
