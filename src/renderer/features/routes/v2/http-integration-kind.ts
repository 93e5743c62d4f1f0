import type { HttpIntegration } from '@shared/design/http-api'

/** What people choose between; the service has it in three members. */
export const HTTP_KINDS = [
  { value: 'function', label: 'AWS_PROXY, a Lambda function' },
  { value: 'address', label: 'HTTP_PROXY, a web address' },
  { value: 'private', label: 'HTTP_PROXY, through a VPC link' },
  { value: 'service', label: 'AWS_PROXY, an AWS service' },
] as const
export type HttpKind = (typeof HTTP_KINDS)[number]['value']

export function kindOf({ integrationType, integrationSubtype, connectionType }: HttpIntegration): HttpKind {
  if (integrationType === 'AWS_PROXY') return integrationSubtype === undefined ? 'function' : 'service'
  return connectionType === 'VPC_LINK' ? 'private' : 'address'
}

/** The members that make an integration one of another kind; what it cannot have any more goes. */
export function ofKind(kind: HttpKind, integration: HttpIntegration): Partial<HttpIntegration> {
  if (kind === kindOf(integration)) return {}
  const isHttp = kind === 'address' || kind === 'private'
  return {
    integrationType: isHttp ? 'HTTP_PROXY' : 'AWS_PROXY',
    integrationSubtype: kind === 'service' ? 'SQS-SendMessage' : undefined,
    integrationUri: undefined,
    integrationMethod: isHttp ? (integration.integrationMethod ?? 'ANY') : undefined,
    connectionType: kind === 'private' ? 'VPC_LINK' : undefined,
    connectionId: undefined,
    payloadFormatVersion: kind === 'function' ? '2.0' : '1.0',
    requestParameters: kind === 'service' ? { QueueUrl: '', MessageBody: '$request.body' } : undefined,
    handler: kind === 'function' ? integration.handler : undefined,
    backend: kind === 'function' ? undefined : integration.backend,
  }
}
