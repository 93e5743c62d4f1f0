import type { Diagnostic } from '../../../diagnostic'
import { unless } from '../problem'
import type { WebSocketScope } from './websocket-scope'

const KEY_EXPRESSIONS = ['$request.header.x-api-key', '$context.authorizer.usageIdentifierKey']

/** How routes and API keys are chosen. Source: websocket-api.md 3.3 and 4.1. */
export function checkSelectionExpressions({ api, at }: WebSocketScope): Diagnostic[] {
  const { apiKeySelectionExpression: ofKey, name, routeSelectionExpression: ofRoute } = api
  return [
    ...unless(
      /\$\{?request\.body\./.test(ofRoute),
      'design/selection-expression-invalid',
      [...at, 'routeSelectionExpression'],
      () =>
        `${name}: routeSelectionExpression "${ofRoute}" reads nothing of a message, so every message has the same key. ` +
        'Write it as $request.body.action.',
      ofRoute === '' ? 'error' : 'warning',
    ),
    ...unless(
      ofKey === undefined || KEY_EXPRESSIONS.includes(ofKey),
      'design/selection-expression-invalid',
      [...at, 'apiKeySelectionExpression'],
      () => `${name}: apiKeySelectionExpression "${ofKey}" is none of ${KEY_EXPRESSIONS.join(' and ')}.`,
    ),
  ]
}
