const texts = { type: 'object', additionalProperties: { type: 'string' } }

/** A `TemplateEvent`: `context` is any JSON. */
export const templateEventShape = {
  type: 'object',
  properties: {
    body: { type: ['string', 'null'] },
    params: { type: 'object', properties: { path: texts, querystring: texts, header: texts } },
    context: { type: 'object' },
    stageVariables: texts,
  },
  required: ['body'],
}
