import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { LocalService, ServiceAnswer, ServiceContext } from '../local-service'
import { ServiceException } from '../service-exception'

/** What every configuration holds here, and its version. */
const CONTENT = '{}'
const VERSION = '1'

const CONFIGURATION = /^\/applications\/([^/]+)\/environments\/([^/]+)\/configurations\/([^/]+)$/

/**
 * AppConfig that records who asks for which configuration. Every configuration exists and is an empty JSON object.
 * Source: AWS AppConfig API Reference, GetConfiguration.
 */
export function createAppConfig(): LocalService {
  return {
    refuse,
    answer: (request, context) => Promise.resolve(answerOrRefuse(request, context)),
  }
}

function answerOrRefuse(request: ServiceRequest, context: ServiceContext): ServiceAnswer {
  const resource = resourceOf(request)
  if (resource === '' || request.method !== 'GET') {
    const hint =
      'the local AppConfig answers GetConfiguration only; set the backend of the integration to an endpoint of your own'
    return refuse(request, context, new ServiceException('UnknownOperationException', hint, { status: 404, hint }))
  }
  const client = parameter(request, 'client_id')
  if (client === undefined) {
    return refuse(request, context, new ServiceException('BadRequestException', 'ClientId is missing'))
  }
  // Who has this version already gets no content.
  const content = parameter(request, 'client_configuration_version') === VERSION ? '' : CONTENT
  return {
    ...answered(
      context,
      200,
      [
        ['Configuration-Version', VERSION],
        ['Content-Type', 'application/json'],
      ],
      content,
    ),
    resource,
    action: 'GetConfiguration',
    summary: `version ${VERSION} for client ${client}`,
  }
}

function refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer {
  const { code, message, status, hint } = exception
  const headers = [
    ['Content-Type', 'application/json'],
    ['x-amzn-ErrorType', code],
  ] as const
  return {
    ...answered(context, status, headers, JSON.stringify({ Message: message })),
    resource: resourceOf(request),
    action: 'GetConfiguration',
    summary: `${code}: ${message}`,
    errorCode: code,
    ...(hint !== undefined && { hint }),
  }
}

function answered({ requestId }: ServiceContext, status: number, headers: ServiceAnswer['headers'], text: string) {
  return { status, headers: [['x-amzn-RequestId', requestId] as const, ...headers], body: Buffer.from(text, 'utf8') }
}

/** "shop/prod/flags"; empty for a path that names no configuration. */
function resourceOf({ path }: ServiceRequest): string {
  return (CONFIGURATION.exec(path) ?? []).slice(1).map(decoded).join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parameter({ query }: ServiceRequest, name: string): string | undefined {
  return query.find(([one]) => one === name)?.[1]
}
