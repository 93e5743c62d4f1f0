import type { Design } from '@shared/design/design'
import { deploy } from '@shared/design/edits/deploy'
import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'

/** Id of the one API of a `sampleDesign`. */
export const API = 'sample0001'

/** What a test cares about; everything else is plain. */
export interface SampleParts {
  readonly resources: RestApi['resources']
  readonly api?: Partial<RestApi>
  readonly stage?: Partial<Stage>
  readonly design?: Partial<Design>
}

/** Test data: one REST API, deployed to the stage "prod". */
export function sampleDesign({ resources, api, stage, design }: SampleParts): Design {
  const rest: RestApi = {
    ...newRestApi('Sample'),
    id: API,
    resources,
    deployments: [],
    stages: { prod: { methodSettings: {}, ...stage } },
    ...api,
  }
  const whole = { ...emptyDesign('sample'), apis: [rest], ...design }
  return deploy(whole, API, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })
}

/** A method that answers 200 with this text by itself. */
export function mockAnswering(body: string, more: Partial<Method> = {}): Method {
  const method = mockMethod()
  const responses = [{ statusCode: '200', responseTemplates: { 'application/json': body } }]
  return { ...method, integration: { ...method.integration!, integrationResponses: responses }, ...more }
}

/** A method behind AWS_PROXY with a handler of its own. */
export function lambdaMethod(
  handler: string,
  more: Partial<Method> = {},
  integration: Partial<Integration> = {},
): Method {
  return {
    ...mockMethod(),
    integration: { type: 'AWS_PROXY', httpMethod: 'POST', handler, integrationResponses: [], ...integration },
    ...more,
  }
}

/** A method behind HTTP_PROXY. */
export function httpMethod(uri: string, integration: Partial<Integration> = {}): Method {
  return {
    ...mockMethod(),
    integration: { type: 'HTTP_PROXY', httpMethod: 'ANY', uri, integrationResponses: [], ...integration },
  }
}
