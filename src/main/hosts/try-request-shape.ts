import { TOKEN_STATES } from '@shared/design/saved-request'

const text = { type: 'string', maxLength: 4096 }
const optional = (type: string) => ({ type: [type, 'null'] })

/** CONNECT and TRACE are no requests to an API. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** A `TryToken`, or null. */
export const tokenShape = {
  type: ['object', 'null'],
  properties: {
    userPoolId: text,
    username: text,
    clientId: text,
    use: { enum: ['id', 'access'] },
    scopes: { type: 'array', items: text, maxItems: 200 },
    state: { enum: TOKEN_STATES },
    header: text,
  },
  required: ['userPoolId', 'username', 'clientId', 'use', 'scopes', 'state', 'header'],
  additionalProperties: false,
}

/** A `TryRequest`. */
export const tryRequestShape = {
  type: 'object',
  properties: {
    apiId: text,
    stage: text,
    method: { enum: METHODS },
    path: { type: 'string', maxLength: 65_536 },
    headers: {
      type: 'array',
      maxItems: 1000,
      items: { type: 'array', items: { type: 'string', maxLength: 65_536 }, minItems: 2, maxItems: 2 },
    },
    body: optional('string'),
    apiKeyId: optional('string'),
    token: tokenShape,
    iamUser: optional('string'),
    caller: { type: 'object', properties: { sourceIp: text, vpcEndpointId: text }, additionalProperties: false },
    isTestInvoke: { type: 'boolean' },
  },
  required: [
    'apiId',
    'stage',
    'method',
    'path',
    'headers',
    'body',
    'apiKeyId',
    'token',
    'iamUser',
    'caller',
    'isTestInvoke',
  ],
  additionalProperties: false,
}
