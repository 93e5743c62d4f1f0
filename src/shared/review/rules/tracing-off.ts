import { updateStage } from '../../design/edits/update-stage'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { restStages } from '../scopes/rest-methods'

export const tracingOff: ReviewRule = {
  id: 'tracing-off',
  title: 'A slow request cannot be followed to its cause',
  severity: 'info',
  what: 'Stages of REST APIs without X-Ray tracing. HTTP and WebSocket APIs have none.',
  why: 'Without segments of the gateway nobody sees whether the time went into the authorizer, the integration or the gateway. X-Ray samples one request a second and 5 % of the rest; a million traces cost $5.',
  source: 'Guide 003; observability-and-cost.md 4 and 5.7.',
  find: (design) =>
    restStages(design).flatMap(({ api, at, stage, stageName }) => {
      if (stage.tracingEnabled === true || Object.keys(api.resources).length === 0) return []
      const fix = {
        label: `Turn tracing on in ${stageName}`,
        apply: (current: Design) => updateStage(current, api.id, stageName, { tracingEnabled: true }),
      }
      const message = `${api.name}, stage ${stageName}: X-Ray tracing is off. Turn it on.`
      return [finding(tracingOff, at, message, { fix })]
    }),
}
