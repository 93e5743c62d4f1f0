import type { Method } from './method'

/** A method that answers 200 by itself: what a new route begins with. */
export function mockMethod(): Method {
  return {
    authorizationType: 'NONE',
    apiKeyRequired: false,
    methodResponses: [{ statusCode: '200' }],
    integration: {
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: [{ statusCode: '200' }],
    },
  }
}
