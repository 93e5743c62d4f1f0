import type { MethodResponse } from '@shared/design/method'
import { putItem } from '@shared/design/edits/update-in'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, conflict, notFound } from '../service-error'
import { findMethod, type FoundMethod } from './find-rest'
import { knownModel } from './known-model'
import { methodResponseRecord } from './method-record'
import { withMethod } from './with-method'

/** What a method may answer. */
export const METHOD_RESPONSE_HANDLERS: OperationHandlers = {
  PutMethodResponse({ state, input }) {
    const found = findMethod(state, input)
    const statusCode = neededStatus(input)
    if (found.method.methodResponses.some((each) => each.statusCode === statusCode)) {
      throw conflict('Response already exists for this resource')
    }
    const response = checked(found, {
      statusCode,
      ...presentMembers({
        responseParameters: input.record<Readonly<Record<string, boolean>>>('responseParameters'),
        responseModels: input.record<Readonly<Record<string, string>>>('responseModels'),
      }),
    })
    return { state: withMethod(state, found, put(found, response)), output: methodResponseRecord(response) }
  },
  GetMethodResponse({ state, input }) {
    return { state, output: methodResponseRecord(findMethodResponse(findMethod(state, input), input)) }
  },
  UpdateMethodResponse({ state, input }) {
    const found = findMethod(state, input)
    const shape = operationsOf('apigateway').get('PutMethodResponse')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const patched = patchStructure(findMethodResponse(found, input), shape, operations, ['statusCode'])
    const response = checked(found, patched)
    return { state: withMethod(state, found, put(found, response)), output: methodResponseRecord(response) }
  },
  DeleteMethodResponse({ state, input }) {
    const found = findMethod(state, input)
    const { statusCode } = findMethodResponse(found, input)
    const methodResponses = found.method.methodResponses.filter((each) => each.statusCode !== statusCode)
    return { state: withMethod(state, found, { ...found.method, methodResponses }) }
  },
}

/** A status, "200" to "599". */
export function neededStatus(input: OperationInput): string {
  const status = input.needed('status_code')
  if (/^[1-5]\d\d$/.test(status)) return status
  throw badRequest(`Invalid status code specified: ${status}`, 'A status code has three digits, as in 200.')
}

function findMethodResponse({ method, verb, path }: FoundMethod, input: OperationInput): MethodResponse {
  const statusCode = neededStatus(input)
  const response = method.methodResponses.find((each) => each.statusCode === statusCode)
  if (response !== undefined) return response
  throw notFound('Invalid Response status code specified', `${verb} ${path} has no method response ${statusCode}.`)
}

function checked({ api }: FoundMethod, response: MethodResponse): MethodResponse {
  for (const model of Object.values(response.responseModels ?? {})) {
    if (!knownModel(api, model)) throw badRequest(`Invalid model identifier specified: ${model}`)
  }
  const wrong = Object.keys(response.responseParameters ?? {}).find((key) => !/^method\.response\.header\..+/.test(key))
  if (wrong !== undefined) {
    throw badRequest(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${wrong}]`,
      'A response parameter is a header: method.response.header.NAME.',
    )
  }
  return response
}

function put({ method }: FoundMethod, response: MethodResponse) {
  return { ...method, methodResponses: putItem(method.methodResponses, 'statusCode', response) }
}
