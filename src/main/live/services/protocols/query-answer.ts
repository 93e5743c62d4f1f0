import { headerValue } from '../../../engine/mapping/header-list'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { ServiceAnswer, ServiceContext } from '../local-service'
import type { Members } from '../members'
import type { ServiceException } from '../service-exception'
import { xmlElement } from './xml'

type Written = Pick<ServiceAnswer, 'status' | 'headers' | 'body'>

/** A result of the query protocol in both of its forms: JSON has null where a value is absent, XML leaves it out. */
export interface QueryOutput {
  /** What stands in `{Action}Result`; null for an operation that has none. */
  readonly json: Members | null
  /** The same as elements. */
  readonly xml: readonly string[]
}

/**
 * Answers of the query protocol are XML, or JSON when `Accept` asks for it, as the gateway's own default does.
 * Source: rest-api.md 9.5 and 9.9; answers of SQS and SNS behind API Gateway as published.
 */
export function queryAnswer(
  request: ServiceRequest,
  { requestId }: ServiceContext,
  namespace: string,
  action: string,
  { json, xml }: QueryOutput,
): Written {
  if (wantsJson(request)) {
    const result = json === null ? {} : { [`${action}Result`]: json }
    return writtenJson(
      200,
      { [`${action}Response`]: { ...result, ResponseMetadata: { RequestId: requestId } } },
      requestId,
    )
  }
  const result = json === null ? [] : [xmlElement(`${action}Result`, xml)]
  const metadata = xmlElement('ResponseMetadata', [xmlElement('RequestId', requestId)])
  return writtenXml(200, xmlElement(`${action}Response`, [...result, metadata], ` xmlns="${namespace}"`), requestId)
}

/** The same for a request that is refused. */
export function queryError(
  request: ServiceRequest,
  { requestId }: ServiceContext,
  namespace: string,
  { code, message, status }: ServiceException,
): Written {
  const type = status < 500 ? 'Sender' : 'Receiver'
  if (wantsJson(request)) {
    return writtenJson(status, { Error: { Code: code, Message: message, Type: type }, RequestId: requestId }, requestId)
  }
  const error = [xmlElement('Type', type), xmlElement('Code', code), xmlElement('Message', message)]
  const body = [xmlElement('Error', error), xmlElement('RequestId', requestId)]
  return writtenXml(status, xmlElement('ErrorResponse', body, ` xmlns="${namespace}"`), requestId)
}

/** What AWS's own front answers to a request in which no operation can be found. */
export function noOperation({ requestId }: ServiceContext): Written {
  const message = xmlElement('Message', 'Unable to determine service/operation name to be authorized')
  return writtenXml(403, xmlElement('AccessDeniedException', [message]), requestId, '')
}

function wantsJson({ headers }: ServiceRequest): boolean {
  return (headerValue(headers, 'Accept') ?? '').toLowerCase().includes('application/json')
}

function writtenJson(status: number, value: Members, requestId: string): Written {
  return written(status, 'application/json', JSON.stringify(value), requestId)
}

const DECLARATION = '<?xml version="1.0"?>'

function writtenXml(status: number, xml: string, requestId: string, declaration = DECLARATION): Written {
  return written(status, 'text/xml', `${declaration}${xml}`, requestId)
}

function written(status: number, type: string, text: string, requestId: string): Written {
  const headers = [
    ['x-amzn-RequestId', requestId],
    ['Content-Type', type],
  ] as const
  return { status, headers, body: Buffer.from(text, 'utf8') }
}
