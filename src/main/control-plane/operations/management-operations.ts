/** Every operation of `apigatewaymanagementapi`; how they are written: `read-operations.ts`. Source: service model 2026-08. */
export const MANAGEMENT_OPERATIONS = `
DeleteConnection DELETE /@connections/{connectionId} 204 FGL
GetConnection GET /@connections/{connectionId} 200 FGL -> Connection
PostToConnection POST /@connections/{connectionId} 200 FGLP *Data!:blob
`
