SELECT Tag, count(*) FROM (SELECT unnest((AdditionalFields::JSON->'Tags')::VARCHAR[]) AS Tag FROM DeviceProcessEvents) GROUP BY Tag
