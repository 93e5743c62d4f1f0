import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import { problemOfV2IdentitySources } from '../../v2-rules/identity-source-rule'
import { unless } from '../problem'
import { within } from '../within'
import type { WebSocketScope } from './websocket-scope'

/** Source: websocket-api.md 3.1 and 6. */
export function checkWebSocketAuthorizers({ api, at }: WebSocketScope): Diagnostic[] {
  const here = [...at, 'authorizers']
  return [
    ...within(api.name, Object.keys(api.authorizers).length, 'authorizers', LIMITS.authorizersPerApi, here),
    ...Object.entries(api.authorizers).flatMap(([id, { authorizerUri, handler, identitySource }]) => {
      const rule = problemOfV2IdentitySources(false, identitySource.join('\n'))
      return [
        ...unless(
          rule === undefined,
          'design/identity-source-invalid',
          [...here, id, 'identitySource'],
          () => `Authorizer ${id}: ${rule}.`,
        ),
        ...unless(
          authorizerUri !== undefined || handler !== undefined,
          'design/authorizer-uri-invalid',
          [...here, id, 'authorizerUri'],
          () => `Authorizer ${id} calls no function. Give its URI, or a handler of this computer.`,
        ),
      ]
    }),
  ]
}
