import type { Diagnostic } from '../../diagnostic'
import type { Integration } from '../integration'
import { PLACEHOLDER } from './placeholder'
import { problem } from './problem'
import type { CheckCode } from './codes'
import type { MethodScope } from './scope'

const HTTP_URL = /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i
const INTEGRATION_ARN = /^arn:[\w-]+:apigateway:[^:]*:([^:]+):(.*)$/s
const PROXY_TARGETS: readonly string[] = ['lambda', 'firehose']

/**
 * The target of every integration but MOCK, in AWS's words. Where a local handler or backend plays the target a missing URI is only
 * noted. Source: rest-api.md 1.1 (texts), 9.9.
 */
export function checkIntegrationUri({ at, routeKey }: MethodScope, integration: Integration): Diagnostic[] {
  const { type, uri, handler, backend } = integration
  const field = [...at, 'uri']
  if (uri === undefined || uri === '') {
    const isPlayed = handler !== undefined || backend !== undefined
    const message = isPlayed
      ? `${routeKey}: ${handler ?? backend} plays the target here, but AWS needs a uri. Give one before exporting.`
      : `${routeKey}: the ${type} integration has no uri. Give ${type.startsWith('HTTP') ? 'a URL' : 'the ARN of its target'}.`
    return [problem('design/integration-uri-invalid', field, message, isPlayed ? 'info' : 'error')]
  }
  if (uri.startsWith('${')) return []
  const plain = uri.replace(PLACEHOLDER, 'x')
  const wrong = type.startsWith('HTTP') ? httpProblem(plain, uri) : awsProblem(plain, uri, type === 'AWS_PROXY')
  return wrong ? [problem(wrong.code, field, `${routeKey}: ${wrong.text}`)] : []
}

interface UriProblem {
  readonly code: CheckCode
  readonly text: string
}

function httpProblem(plain: string, uri: string): UriProblem | null {
  if (HTTP_URL.test(plain)) return null
  return { code: 'design/integration-uri-invalid', text: `Invalid HTTP endpoint specified for URI: ${uri}` }
}

function awsProblem(plain: string, uri: string, isProxy: boolean): UriProblem | null {
  const [, service, target] = INTEGRATION_ARN.exec(plain) ?? []
  if (service === undefined || target === undefined) {
    return { code: 'design/integration-uri-invalid', text: `Invalid ARN specified in the request: ${uri}` }
  }
  if (!/^(?:path|action)\/./s.test(target)) {
    const text = `AWS ARN for integration must contain path or action: ${uri}`
    return { code: 'design/integration-arn-incomplete', text }
  }
  if (!isProxy || PROXY_TARGETS.includes(service)) return null
  const text =
    "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations. " +
    `This one calls ${service}; use type AWS.`
  return { code: 'design/proxy-target-invalid', text }
}
