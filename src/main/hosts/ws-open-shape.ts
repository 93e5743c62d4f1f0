import { tokenShape } from './try-request-shape'

const text = { type: 'string' }
const header = { type: 'array', items: text, minItems: 2, maxItems: 2 }

const webSocketToken = {
  ...tokenShape,
  properties: { ...tokenShape.properties, place: { enum: ['HEADER', 'QUERY'] } },
  required: [...tokenShape.required, 'place'],
}

/** Arguments of `ws.open`. Whether the design has what it names is for the gateway to say. */
export const wsOpenShape = {
  type: 'object',
  properties: {
    apiId: text,
    stage: text,
    query: { type: 'string', maxLength: 8192 },
    headers: { type: 'array', items: header, maxItems: 200 },
    subprotocols: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, maxItems: 20 },
    apiKeyId: { type: ['string', 'null'] },
    iamUser: { type: ['string', 'null'] },
    token: webSocketToken,
  },
  required: ['apiId', 'stage', 'query', 'headers', 'subprotocols', 'apiKeyId', 'iamUser'],
  additionalProperties: false,
}
