import { extrasOf, withExtras, type ControlPlane } from '../control-plane'
import type { JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { PatchEntry } from '../patch/patch-operation'
import { invalidPath } from '../patch/patch-structure'
import { badRequest } from '../service-error'

const PATH = '/account'

/** The account in its Region. The role is for logs on AWS; the local gateway writes its logs without one. */
export const ACCOUNT_HANDLERS: OperationHandlers = {
  GetAccount({ state }) {
    return { state, output: record(state) }
  },
  UpdateAccount({ state, input }) {
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const after = operations.reduce((current, { op, path = '', value = '' }) => {
      if (path !== '/cloudwatchRoleArn') throw invalidPath(path, ['/cloudwatchRoleArn'])
      const role = op === 'remove' ? '' : value
      if (role !== '' && !/^arn:[^:]*:iam::\d{12}:role\/.+/.test(role)) {
        throw badRequest(
          'The role ARN is not well formed',
          `${role} is no role: arn:aws:iam::${state.design.accountId}:role/NAME.`,
        )
      }
      return withExtras(current, PATH, { cloudwatchRoleArn: role })
    }, state)
    return { state: after, output: record(after) }
  },
}

function record(state: ControlPlane): JsonRecord {
  const { cloudwatchRoleArn } = extrasOf(state, PATH)
  return {
    ...(typeof cloudwatchRoleArn === 'string' && cloudwatchRoleArn !== '' && { cloudwatchRoleArn }),
    throttleSettings: state.design.account.throttleSettings,
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  }
}
