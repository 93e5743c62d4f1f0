/** The data of `apigatewaymanagementapi`; how it is written: `read-shapes.ts`. Source: service model 2026-08. */
export const MANAGEMENT_SHAPES = `
CallerIdentity {} sourceIp! userAgent!
Connection {} connectedAt:dateTime identity:CallerIdentity lastActiveAt:dateTime
`
