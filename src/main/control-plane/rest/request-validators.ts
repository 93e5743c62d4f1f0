import type { RequestValidator } from '@shared/design/request-validator'
import type { RestApi } from '@shared/design/rest-api'
import { removeMember, renameMember, setMember } from '@shared/design/edits/update-in'
import { withApi, type ControlPlane } from '../control-plane'
import { freeName } from '../free-name'
import { idOf, moveId, validatorScope } from '../ids'
import type { JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { notFound } from '../service-error'
import { findRestApi, validatorNameOf } from './find-rest'
import { mapMethods } from '@shared/design/edits/change-methods'

/** What is checked of requests. */
export const VALIDATOR_HANDLERS: OperationHandlers = {
  CreateRequestValidator({ state, input }) {
    const api = findRestApi(state, input)
    const name = freeName(input.text('name') || 'validator', Object.keys(api.requestValidators))
    const validator = {
      validateRequestBody: input.flag('validateRequestBody') ?? false,
      validateRequestParameters: input.flag('validateRequestParameters') ?? false,
    }
    const after = withApi(state, { ...api, requestValidators: setMember(api.requestValidators, name, validator) })
    return { state: after, output: record(after, api, name, validator) }
  },
  GetRequestValidator({ state, input }) {
    const api = findRestApi(state, input)
    const name = findValidator(state, api, input)
    return { state, output: record(state, api, name, api.requestValidators[name]!) }
  },
  GetRequestValidators({ state, input }) {
    const api = findRestApi(state, input)
    const item = Object.entries(api.requestValidators).map(([name, each]) => record(state, api, name, each))
    return { state, output: { item } }
  },
  UpdateRequestValidator({ state, input }) {
    const api = findRestApi(state, input)
    const before = findValidator(state, api, input)
    const shape = operationsOf('apigateway').get('CreateRequestValidator')!.output!
    const { name, ...validator } = patchStructure(
      { name: before, ...api.requestValidators[before]! },
      shape,
      input.list<PatchEntry>('patchOperations') ?? [],
      ['id'],
    )
    const renamed = renamedValidator(api, before, name)
    const after = withApi(moveId(state, validatorScope(api.id), before, name), {
      ...renamed,
      requestValidators: setMember(renamed.requestValidators, name, validator),
    })
    return { state: after, output: record(after, api, name, validator) }
  },
  DeleteRequestValidator({ state, input }) {
    const api = findRestApi(state, input)
    const name = findValidator(state, api, input)
    return { state: withApi(state, { ...api, requestValidators: removeMember(api.requestValidators, name) }) }
  },
}

function renamedValidator(api: RestApi, from: string, to: string): RestApi {
  if (from === to) return api
  const moved = mapMethods(api, (method) =>
    method.requestValidatorId === from ? { ...method, requestValidatorId: to } : method,
  )
  return { ...moved, requestValidators: renameMember(api.requestValidators, from, to) }
}

function findValidator(state: ControlPlane, api: RestApi, input: OperationInput): string {
  const name = validatorNameOf(state, api, input.needed('requestvalidator_id'))
  if (name !== undefined) return name
  throw notFound('Invalid Request Validator identifier specified')
}

function record(state: ControlPlane, api: RestApi, name: string, validator: RequestValidator): JsonRecord {
  return { id: idOf(state, validatorScope(api.id), name), name, ...validator }
}
