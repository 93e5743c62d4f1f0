import type { Integration } from '@shared/design/integration'

/** What the service refuses an integration with; null when it takes it. Source: rest-api.md 1.1, recorded. */
export function integrationProblem({
  type,
  httpMethod,
  uri = '',
  connectionType,
}: Omit<Integration, 'integrationResponses'>): string | null {
  if (type === 'MOCK') return null
  if (httpMethod === undefined || httpMethod === '') return 'Enumeration value for HttpMethod must be non-empty'
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    const isUrl = /^https?:\/\/[^/\s]+/.test(uri) || (connectionType === 'VPC_LINK' && uri !== '')
    return isUrl || uri.includes('${stageVariables.') ? null : 'Invalid HTTP endpoint specified for URI'
  }
  return arnProblem(type, uri)
}

/** "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/...": partition, "apigateway", Region, service, then path or action. */
function arnProblem(type: 'AWS' | 'AWS_PROXY', uri: string): string | null {
  const [arn, , , , service = '', ...rest] = uri.split(':')
  const target = rest.join(':')
  if (arn !== 'arn' || target === '') return 'Invalid ARN specified in the request'
  if (!/^(path|action)\//.test(target)) return 'AWS ARN for integration must contain path or action'
  if (type === 'AWS') return null
  const isFunction = service === 'lambda' && /^path\/[^/]+\/functions\/.+\/invocations/.test(target)
  const isStream = service === 'firehose' && /^action\/PutRecord(Batch)?$/.test(target)
  return isFunction || isStream
    ? null
    : "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations."
}
