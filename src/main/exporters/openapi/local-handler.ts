import { functionArnOf } from '../cloudformation/function-arn'
import type { WritableObject } from '../../documents/writable-value'
import type { OpenApiContext } from './openapi-context'

/** What plays an integration or an authorizer on this computer. */
interface Bound {
  readonly handler?: string
}

/** The handler of an integration or authorizer: its own, else that of the function that its URI names. */
export function localHandler(
  { design, hasOwnMembers }: OpenApiContext,
  bound: Bound,
  uri: string | undefined,
): WritableObject {
  if (!hasOwnMembers) return {}
  const name = functionArnOf(uri)?.split(':')[6]
  const ofFunction = name !== undefined && Object.hasOwn(design.functions, name) ? design.functions[name] : undefined
  const handler = bound.handler ?? ofFunction?.handler
  return handler === undefined ? {} : { 'x-gatewright-handler': handler }
}
